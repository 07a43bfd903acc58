namespace AuditServer.Rebuild.Rows;

/// <summary>A unit of a frame.</summary>
internal sealed record DerivedFrameUnit
{
    public long AuditNo { get; init; }

    public int Stratum { get; init; }

    public string UnitId { get; init; } = "";

    /// <summary>Of a unit whose incident was erased; otherwise null.</summary>
    public long? Place { get; init; }

    public byte[]? LeafHash { get; init; }

    public string? Ticket { get; init; }
}
