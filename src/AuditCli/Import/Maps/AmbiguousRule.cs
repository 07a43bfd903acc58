namespace AuditCli.Import.Maps;

/// <summary>What a local time means that was twice, when the clocks went back.</summary>
internal enum AmbiguousRule
{
    /// <summary>The row is rejected: the instant is not known.</summary>
    Reject,

    /// <summary>The first of the two.</summary>
    Earlier,

    /// <summary>The second of the two.</summary>
    Later,
}
