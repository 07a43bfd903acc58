using System.Collections.Frozen;
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

    /// <summary>The latest report told under this reference; later than <see cref="ReportedTime"/> when the reference was used again.</summary>
    public EventTime? LatestReport { get; init; }

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

    /// <summary>Crimes that the report is presumed to tell of and that the force did not allege, by reference.</summary>
    public IReadOnlyList<AllegedCrimeFold> PresumedCrimes { get; init; } = [];

    /// <summary>Alleged crimes, then presumed ones.</summary>
    public IEnumerable<AllegedCrimeFold> Crimes => PresumedCrimes.Count == 0 ? AllegedCrimes : AllegedCrimes.Concat(PresumedCrimes);

    /// <summary>Crime records, by reference.</summary>
    public IReadOnlyList<CrimeRecordFold> CrimeRecords { get; init; } = [];

    /// <summary>Reported incidents recorded instead of crimes, in the order of the updates.</summary>
    public IReadOnlyList<ReportedIncidentFold> ReportedIncidentRecords { get; init; } = [];

    /// <summary>N-codes recorded, each once, in ordinal order.</summary>
    public IReadOnlyList<string> ReportedIncidents => ReportedIncidentRecords.Count == 0
        ? []
        : [.. ReportedIncidentRecords.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// What crime records, decisions, delays and N-codes name as alleged crimes, and nobody alleged; in ordinal order. They answer nothing.
    /// </summary>
    public IReadOnlyCollection<string> UnmatchedAllegedRefs { get; init; } = [];

    /// <summary>What cancellations and reclassifications name as crime records, and nobody recorded; in ordinal order.</summary>
    public IReadOnlyList<string> UnmatchedCrimeRefs { get; init; } = [];

    /// <summary>Entries whose update was withdrawn.</summary>
    public IReadOnlySet<long> WithdrawnEntries { get; init; } = FrozenSet<long>.Empty;
}
