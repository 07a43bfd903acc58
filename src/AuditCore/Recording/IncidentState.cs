using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>The state of an incident: what the set of its updates amounts to.</summary>
public sealed record IncidentState
{
    /// <summary>Where it stands.</summary>
    public required IncidentStatus Status { get; init; }

    /// <summary>When the police were told; for a crime recorded directly, when it was recorded; null while the report
    /// is awaited.</summary>
    public EventTime? ReportedTime { get; init; }

    /// <summary>By which way.</summary>
    public Channel Channel { get; init; }

    /// <summary>Opening code now.</summary>
    public string OpeningCode { get; init; } = "";

    /// <summary>Closing code; empty while open.</summary>
    public string ClosingCode { get; init; } = "";

    /// <summary>Area of the force.</summary>
    public string Area { get; init; } = "";

    /// <summary>Who reported.</summary>
    public ReporterKind ReporterKind { get; init; }

    /// <summary>Qualifiers now, in ordinal order.</summary>
    public IReadOnlyList<string> Qualifiers { get; init; } = [];

    /// <summary>Alleged crimes, by reference.</summary>
    public IReadOnlyList<AllegedCrimeFold> AllegedCrimes { get; init; } = [];

    /// <summary>Crime records, by reference.</summary>
    public IReadOnlyList<CrimeRecordFold> CrimeRecords { get; init; } = [];

    /// <summary>N-codes recorded, in ordinal order.</summary>
    public IReadOnlyList<string> ReportedIncidents { get; init; } = [];

    /// <summary>Entries whose update was withdrawn.</summary>
    public IReadOnlySet<long> WithdrawnEntries { get; init; } = new HashSet<long>();
}
