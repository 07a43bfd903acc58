namespace AuditServer.Rebuild.Rows;

/// <summary>A live count.</summary>
internal sealed record DerivedRollup
{
    public string Force { get; init; } = "";

    public int Month { get; init; }

    public int Class { get; init; }

    public int Counted { get; init; }

    public long Number { get; init; }
}
