namespace AuditServer.Rebuild.Rows;

/// <summary>A signed checkpoint.</summary>
internal sealed record DerivedCheckpoint
{
    public long Size { get; init; }

    public int Version { get; init; }

    public string Note { get; init; } = "";
}
