namespace AuditServer.Rebuild.Rows;

/// <summary>A unit drawn, and the entry that reviews it.</summary>
internal sealed record DerivedSampleItem
{
    public long AuditNo { get; init; }

    public int Stratum { get; init; }

    public long Position { get; init; }

    public string UnitId { get; init; } = "";

    public string Ticket { get; init; } = "";

    public long? ReviewEntry { get; init; }
}
