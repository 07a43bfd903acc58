namespace AuditServer.Rebuild.Rows;

/// <summary>An alleged or presumed crime that nothing answers yet. Without urgency it was written by a program that knew of none.</summary>
internal sealed record DerivedOpenCrime
{
    public long IncidentId { get; init; }

    public string AllegedRef { get; init; } = "";

    public string Force { get; init; } = "";

    public long? DeadlineMicros { get; init; }

    public int Month { get; init; }

    public int Class { get; init; }

    public int Presumed { get; init; }

    public long? ReportedMicros { get; init; }

    public string OffenceCode { get; init; } = "";

    public string OffenceCategory { get; init; } = "";

    public int ReporterKind { get; init; }

    public int? Urgency { get; init; }
}
