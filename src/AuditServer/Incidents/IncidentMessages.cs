using AuditCore.Recording;
using AuditCore.Reference;
using AuditCore.Sampling;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using OffenceGroup = CrimeAudit.V1.OffenceGroup;

namespace AuditServer.Incidents;

/// <summary>Incidents in the contract's words.</summary>
internal static class IncidentMessages
{
    public static string ToUnitId(this IncidentName name) => UnitId.Of(name.Force, name.SourceSystem, name.Ref).ToString();

    /// <summary>The name as it was asked for: a unit id, or what would be one if there could be such a unit.</summary>
    public static string Asked(this IncidentName name) =>
        string.Join('/', new[] { name.Force, name.SourceSystem, name.Ref }.Select(Uri.EscapeDataString));

    public static Incident ToMessage(this IncidentState state, IncidentName name, IRecordingReference reference, DateTimeOffset now) => new()
    {
        Force = name.Force,
        Key = new IncidentKey { SourceSystem = name.SourceSystem, Ref = name.Ref },
        UnitId = name.ToUnitId(),
        Status = state.Status,
        ReportedTime = state.ReportedTime,
        Channel = state.Channel,
        OpeningCode = state.OpeningCode,
        ClosingCode = state.ClosingCode,
        Area = state.Area,
        ReporterKind = state.ReporterKind,
        Qualifiers = { state.Qualifiers },
        AllegedCrimes = { state.AllegedCrimes.Select(a => a.ToMessage(now)) },
        CrimeRecords = { state.CrimeRecords.Select(ToMessage) },
        ReportedIncidents = { state.ReportedIncidents },
        PresumedCrimes = { state.PresumedCrimes.Select(p => p.ToMessage(now)) },
        Breaches = { Breaches.At(state, reference, now).Select(RuleMessages.ToMessage) },
        Exclusions = { Exclusions.Of(state, reference).Select(RuleMessages.ToMessage) },
        UnmatchedAllegedRefs = { state.UnmatchedAllegedRefs },
        UnmatchedCrimeRefs = { state.UnmatchedCrimeRefs },
    };

    public static AllegedCrimeState ToMessage(this AllegedCrimeFold alleged, DateTimeOffset now) => new()
    {
        AllegedCrime = alleged.Alleged,
        Answer = alleged.Answer,
        Deadline = alleged.Deadline?.ToTimestamp(),
        Overdue = alleged.IsOverdue(now),
        Timeliness = alleged.Timeliness,
        AnsweredBy = alleged.AnsweredBy,
        Presumed = alleged.PresumedBy is not null,
        Rule = alleged.PresumedBy?.Id ?? "",
        NotRecordedReason = alleged.Answer == AllegedCrimeAnswer.NotRecorded ? alleged.Decision!.Reason : NotRecordedReason.Unspecified,
    };

    public static HistoryEntry ToMessage(this LoggedUpdate logged, bool withdrawn, long? redactedBy)
    {
        var told = new HistoryEntry
        {
            EntryIndex = logged.Index,
            AcceptedTime = logged.AcceptedAt.ToTimestamp(),
            Update = logged.Update,
            Withdrawn = withdrawn,
        };
        if (redactedBy is { } redaction)
        {
            told.RedactedBy = redaction;
        }

        return told;
    }

    public static IncidentSummary ToMessage(this ListedIncident incident) => new()
    {
        Force = incident.Force,
        Key = new IncidentKey { SourceSystem = incident.SourceSystem, Ref = incident.Ref },
        UnitId = UnitId.Of(incident.Force, incident.SourceSystem, incident.Ref).ToString(),
        Status = (IncidentStatus)incident.Status,
        ReportedTime = incident.ReportedMicros is { } micros
            ? new EventTime { Time = Micros.ToTime(micros).ToTimestamp(), Precision = (TimePrecision)incident.ReportedPrecision }
            : null,
        OpeningCode = incident.OpeningCode,
        AllegedCrimes = incident.AllegedCrimes,
        OpenAllegedCrimes = incident.OpenCrimes,
        CrimeRecords = incident.CrimeRecords,
        FirstEntryIndex = incident.IncidentId,
    };

    /// <summary>The incident in a list of incidents.</summary>
    /// <param name="state">The incident.</param>
    /// <param name="name">Its name.</param>
    /// <param name="incidentId">Index of the entry from which the log first heard of it.</param>
    public static IncidentSummary ToSummary(this IncidentState state, IncidentName name, long incidentId) => new()
    {
        Force = name.Force,
        Key = new IncidentKey { SourceSystem = name.SourceSystem, Ref = name.Ref },
        UnitId = name.ToUnitId(),
        Status = state.Status,
        ReportedTime = state.ReportedTime is { } reported
            ? new EventTime { Time = Micros.ToTime(Micros.Of(reported.Time.ToDateTimeOffset())).ToTimestamp(), Precision = reported.Precision }
            : null,
        OpeningCode = state.OpeningCode,
        AllegedCrimes = state.AllegedCrimes.Count,
        OpenAllegedCrimes = state.Crimes.Count(c => c.IsOpen),
        CrimeRecords = state.CrimeRecords.Count,
        FirstEntryIndex = incidentId,
    };

    /// <summary>The groups of the crimes alleged and recorded, as they come.</summary>
    public static IEnumerable<OffenceGroup> OffenceGroups(this IncidentState state) =>
        state.AllegedCrimes.Select(a => a.Class).Concat(state.CrimeRecords.Select(r => r.Class)).Select(c => c.Group().ToMessage());

    private static CrimeRecordState ToMessage(CrimeRecordFold record) => new()
    {
        CrimeRef = record.CrimeRef,
        Offence = record.Offence,
        RecordedTime = record.RecordedTime,
        AllegedRefs = { record.AllegedRefs },
        Direct = record.Direct,
        Cancelled = record.Cancelled,
    };
}
