using AuditCore.Recording;
using AuditCore.Reference;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Incidents;

/// <summary>The derived row of an incident: what lists and frames read without folding.</summary>
internal sealed record IncidentRow
{
    /// <summary>Index of the entry from which the log first heard of it: immutable, so lists are ordered by it.</summary>
    public required long IncidentId { get; init; }

    public required IncidentName Name { get; init; }

    public required IncidentStatus Status { get; init; }

    /// <summary>When the police were told; null while the report is awaited.</summary>
    public long? ReportedMicros { get; init; }

    public TimePrecision ReportedPrecision { get; init; }

    public Channel Channel { get; init; }

    public string OpeningCode { get; init; } = "";

    public string ClosingCode { get; init; } = "";

    public string Area { get; init; } = "";

    /// <summary>Qualifiers, each between spaces: <c> domestic-abuse vulnerable </c>; empty when there are none.</summary>
    public string Qualifiers { get; init; } = "";

    /// <summary>Bit g is set when an alleged crime or crime record is of group g (the contract's numbers).</summary>
    public int Groups { get; init; }

    public ReporterKind ReporterKind { get; init; }

    /// <summary>Bit r is set when nothing of the report was recorded, and r is one of the reasons (the contract's numbers).</summary>
    public int UnrecordedReasons { get; init; }

    public int AllegedCrimes { get; init; }

    public int CrimeRecords { get; init; }

    /// <summary>The alleged and presumed crimes that nothing answers yet.</summary>
    public IReadOnlyList<OpenAllegedCrime> Open { get; init; } = [];

    /// <summary>There may be rows of open crimes to replace.</summary>
    public bool HadOpen { get; init; }

    /// <summary>The cancelled crimes and N100s.</summary>
    public IReadOnlyList<NoCrimeRecord> NoCrimeRecords { get; init; } = [];

    /// <summary>There may be rows of cancelled crimes and N100s to replace.</summary>
    public bool HadNoCrimeRecords { get; init; }

    public static IncidentRow Of(long incidentId, IncidentName name, IncidentState state, IncidentState? before, IRecordingReference reference) => new()
    {
        IncidentId = incidentId,
        Name = name,
        Status = state.Status,
        ReportedMicros = state.ReportedTime is { } reported ? Micros.Of(reported.Time.ToDateTimeOffset()) : null,
        ReportedPrecision = state.ReportedTime?.Precision ?? TimePrecision.Unspecified,
        Channel = state.Channel,
        OpeningCode = state.OpeningCode,
        ClosingCode = state.ClosingCode,
        Area = state.Area,
        Qualifiers = state.Qualifiers.Count == 0 ? "" : $" {string.Join(' ', state.Qualifiers)} ",
        Groups = state.OffenceGroups().Aggregate(0, (bits, group) => bits | (1 << (int)group)),
        ReporterKind = state.ReporterKind,
        UnrecordedReasons = AuditCore.Recording.UnrecordedReasons.Of(state).Aggregate(0, (bits, reason) => bits | (1 << (int)reason)),
        AllegedCrimes = state.AllegedCrimes.Count,
        CrimeRecords = state.CrimeRecords.Count,
        Open = [.. state.Crimes.Where(c => c.IsOpen).Select(c => OpenAllegedCrime.Of(c, state, reference))],
        HadOpen = before?.Crimes.Any(c => c.IsOpen) ?? false,
        NoCrimeRecords = NoCrimeRecord.Of(state),
        HadNoCrimeRecords = before is not null && NoCrimeRecord.Of(before).Count > 0,
    };
}
