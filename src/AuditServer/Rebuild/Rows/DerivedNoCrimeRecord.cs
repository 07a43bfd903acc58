namespace AuditServer.Rebuild.Rows;

/// <summary>A cancelled crime or N100 as frames read it.</summary>
internal sealed record DerivedNoCrimeRecord
{
    public long IncidentId { get; init; }

    public int Kind { get; init; }

    public string Sender { get; init; } = "";

    public string Ref { get; init; } = "";

    public string Force { get; init; } = "";

    public long RecordedMicros { get; init; }

    public int RecordedPrecision { get; init; }

    public int Groups { get; init; }

    public int Reason { get; init; }

    public string Code { get; init; } = "";
}
