namespace AuditServer.Rebuild.Rows;

/// <summary>A live count by a further dimension.</summary>
internal sealed record DerivedRollupByValue
{
    public string Force { get; init; } = "";

    public int Dimension { get; init; }

    public int Month { get; init; }

    public string Value { get; init; } = "";

    public int Class { get; init; }

    public int Counted { get; init; }

    public long Number { get; init; }
}
