namespace AuditServer.Overdue.Watching;

/// <summary>How a crime stands to a list at some time.</summary>
internal enum OverdueStage
{
    /// <summary>Not in it.</summary>
    Unlisted,

    /// <summary>In it because its deadline comes soon.</summary>
    Due,

    /// <summary>In it because its deadline has passed.</summary>
    Overdue,
}
