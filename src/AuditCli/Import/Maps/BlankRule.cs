namespace AuditCli.Import.Maps;

/// <summary>What a blank cell means.</summary>
internal enum BlankRule
{
    /// <summary>The row is rejected.</summary>
    Reject,

    /// <summary>The field stays empty.</summary>
    Empty,

    /// <summary>The field takes the incident's reference.</summary>
    Identity,
}
