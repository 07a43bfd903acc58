using AuditServer.Incidents;

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

    /// <summary>As it would be stored; of crimes with a deadline only.</summary>
    public static OverdueRow Of(IncidentRow incident, OpenAllegedCrime crime) => new()
    {
        IncidentId = incident.IncidentId,
        AllegedRef = crime.AllegedRef,
        Force = incident.Name.Force,
        SourceSystem = incident.Name.SourceSystem,
        Ref = incident.Name.Ref,
        OpeningCode = incident.OpeningCode,
        Qualifiers = incident.Qualifiers,
        ReportedMicros = crime.ReportedMicros!.Value,
        DeadlineMicros = crime.DeadlineMicros!.Value,
        Class = (int)crime.Cell.Class,
        Presumed = crime.Presumed ? 1 : 0,
        OffenceCode = crime.OffenceCode,
        OffenceCategory = crime.OffenceCategory,
        ReporterKind = (int)crime.ReporterKind,
        Urgency = crime.Urgency,
    };

    /// <summary>Its incident.</summary>
    public IncidentName Name => new(Force, SourceSystem, Ref);

    /// <summary>Its place in the list.</summary>
    public OverduePosition Position => new(Urgency, DeadlineMicros, IncidentId, AllegedRef);
}
