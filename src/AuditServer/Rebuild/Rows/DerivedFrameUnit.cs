namespace AuditServer.Rebuild.Rows;

/// <summary>A unit of a frame.</summary>
internal sealed record DerivedFrameUnit
{
    public long AuditNo { get; init; }

    public int Stratum { get; init; }

    public string UnitId { get; init; } = "";
}
