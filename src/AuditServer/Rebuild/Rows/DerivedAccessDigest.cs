namespace AuditServer.Rebuild.Rows;

/// <summary>Which rows of the access log an entry covers.</summary>
internal sealed record DerivedAccessDigest
{
    public long EntryIndex { get; init; }

    public long FirstRow { get; init; }

    public long Rows { get; init; }
}
