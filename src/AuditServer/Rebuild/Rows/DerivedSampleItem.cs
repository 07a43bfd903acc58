namespace AuditServer.Rebuild.Rows;

/// <summary>A unit drawn, where it stands, and the entry whose review counts.</summary>
internal sealed record DerivedSampleItem
{
    public long AuditNo { get; init; }

    public int Stratum { get; init; }

    public long Position { get; init; }

    public string UnitId { get; init; } = "";

    public string Ticket { get; init; } = "";

    public long? ReviewEntry { get; init; }

    public int State { get; init; }

    public long? DueMicros { get; init; }

    public bool Told { get; init; }

    public string? FirstReviewer { get; init; }

    public string? SecondReviewer { get; init; }

    public string? LaterReviewer { get; init; }
}
