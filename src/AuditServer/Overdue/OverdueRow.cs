namespace AuditServer.Overdue;

/// <summary>An open crime with a deadline, as it is stored.</summary>
internal sealed record OverdueRow
{
    public long IncidentId { get; init; }

    public string AllegedRef { get; init; } = "";

    public string Force { get; init; } = "";

    public string SourceSystem { get; init; } = "";

    public string Ref { get; init; } = "";

    public string OpeningCode { get; init; } = "";

    /// <summary>Qualifiers, each between spaces.</summary>
    public string Qualifiers { get; init; } = "";

    public long ReportedMicros { get; init; }

    public long DeadlineMicros { get; init; }

    public int Class { get; init; }

    /// <summary>1 for presumed crimes, 0 for alleged ones.</summary>
    public int Presumed { get; init; }

    public string OffenceCode { get; init; } = "";

    public string OffenceCategory { get; init; } = "";

    public int ReporterKind { get; init; }

    public int Urgency { get; init; }

    /// <summary>Its place in the list.</summary>
    public OverduePosition Position => new(Urgency, DeadlineMicros, IncidentId, AllegedRef);
}
