namespace AuditServer.Rebuild.Rows;

/// <summary>An entry in the history of an item.</summary>
internal sealed record DerivedItemStep
{
    public long AuditNo { get; init; }

    public int Stratum { get; init; }

    public long Position { get; init; }

    public long EntryIndex { get; init; }
}
