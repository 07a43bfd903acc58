using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace Acceptance.Tests.Recounting;

/// <summary>
/// An incident as its entries tell it. Written from the contract, with nothing of the fold that serves: each figure looks
/// through all updates anew.
/// </summary>
internal sealed class NaiveIncident
{
    // At the same minute: opened before anything else is said of it, and recorded before it is cancelled.
    private static readonly Change[] Ranks =
    [
        Change.Opened, Change.Reopened, Change.Recoded, Change.QualifiersChanged, Change.CrimeAlleged, Change.RecordingDelayed,
        Change.CrimeRecorded, Change.CrimeReclassified, Change.CrimeCancelled, Change.ReportedIncidentRecorded, Change.CrimeNotRecorded,
        Change.Closed,
    ];

    private readonly IncidentUpdate[] told;
    private readonly NaiveCrime[] alleged;
    private readonly NaiveCrime[] presumed;
    private readonly NaiveRecord[] records;

    /// <param name="entries">Its entries, in their order.</param>
    public NaiveIncident(IReadOnlyList<HistoryEntry> entries)
    {
        History = [.. entries.Select(e => new HistoryEntry(e) { Withdrawn = IsWithdrawn(e.Update, entries) })];
        told =
        [
            .. History.Where(h => !h.Withdrawn && h.Update.ChangeCase != Change.Withdrawn).Select(h => h.Update)
                .OrderBy(u => u.EventTime.Time)
                .ThenBy(u => u.HasSourceSequence ? u.SourceSequence : long.MaxValue)
                .ThenBy(u => Array.IndexOf(Ranks, u.ChangeCase))
                .ThenBy(u => u.Sender.SourceSystem, StringComparer.Ordinal)
                .ThenBy(u => u.Sender.RequestId, StringComparer.Ordinal),
        ];
        alleged = NaiveCrime.AllegedIn(told);
        presumed = new NaivePresumptions(alleged).Of(told);
        records = NaiveRecord.AllOf(told);
        new NaiveMatching(alleged, presumed, records).Match(told);
    }

    public IReadOnlyList<HistoryEntry> History { get; }

    public string Force => History[0].Update.Sender.Force;

    public IncidentKey Key => History[0].Update.Incident;

    public string UnitId => AuditCore.Sampling.UnitId.Of(Force, Key.SourceSystem, Key.Ref).ToString();

    public IEnumerable<NaiveCrime> Crimes => alleged.Concat(presumed);

    public IEnumerable<NaiveRecord> Records => records;

    public string[] Qualifiers => [.. LastQualifiers.Distinct().Order(StringComparer.Ordinal)];

    public string OpeningCode => Last(Change.Recoded)?.Recoded.OpeningCode ?? Report?.OpeningCode ?? "";

    public ReporterKind ReporterKind => Report?.ReporterKind ?? ReporterKind.Unspecified;

    public IncidentStatus Status =>
        Report is null ? records.Any(r => r.Direct) ? IncidentStatus.DirectCrime : IncidentStatus.AwaitingReport
        : Closing is null ? IncidentStatus.Open
        : IncidentStatus.Closed;

    /// <summary>The incident at a time, without breaches and exclusions.</summary>
    public Incident At(DateTimeOffset now) => new()
    {
        Force = Force,
        Key = Key,
        UnitId = UnitId,
        Status = Status,
        ReportedTime = ReportedTime,
        Channel = Report?.Channel ?? Channel.Unspecified,
        OpeningCode = OpeningCode,
        ClosingCode = Closing?.ClosingCode ?? "",
        Area = Report?.Area ?? "",
        ReporterKind = ReporterKind,
        Qualifiers = { Qualifiers },
        AllegedCrimes = { alleged.Select(a => a.At(now)) },
        CrimeRecords = { records.OrderBy(r => r.CrimeRef, StringComparer.Ordinal).Select(r => r.State) },
        ReportedIncidents = { Codes },
        PresumedCrimes = { presumed.Select(p => p.At(now)) },
    };

    public IncidentSummary Summary => new()
    {
        Force = Force,
        Key = Key,
        UnitId = UnitId,
        Status = Status,
        ReportedTime = ReportedTime,
        OpeningCode = OpeningCode,
        AllegedCrimes = alleged.Length,
        OpenAllegedCrimes = Crimes.Count(c => c.Answer == AllegedCrimeAnswer.Open),
        CrimeRecords = records.Length,
        FirstEntryIndex = History[0].EntryIndex,
    };

    private Opened? Report => Array.Find(told, u => u.ChangeCase == Change.Opened)?.Opened;

    private IEnumerable<string> LastQualifiers => Last(Change.QualifiersChanged)?.QualifiersChanged.Qualifiers ?? Report?.Qualifiers ?? [];

    private Closed? Closing => Last(Change.Closed, Change.Reopened)?.Closed;

    private EventTime? ReportedTime => (Status switch
    {
        IncidentStatus.AwaitingReport => [],
        IncidentStatus.DirectCrime => records.Select(r => r.RecordedTime),
        _ => told.Where(u => u.ChangeCase == Change.Opened).Select(u => u.Opened.ReportedTime),
    }).InOrder().FirstOrDefault();

    private IEnumerable<string> Codes => told.Where(u => u.ChangeCase == Change.ReportedIncidentRecorded)
        .Select(u => u.ReportedIncidentRecorded.Code).Distinct().Order(StringComparer.Ordinal);

    private IncidentUpdate? Last(params Change[] changes) => Array.FindLast(told, u => changes.Contains(u.ChangeCase));

    /// <summary>By its own sender, and not itself a withdrawal.</summary>
    private static bool IsWithdrawn(IncidentUpdate update, IReadOnlyList<HistoryEntry> entries) =>
        update.ChangeCase != Change.Withdrawn &&
        entries.Select(e => e.Update).Any(u =>
            u.Withdrawn?.RequestId == update.Sender.RequestId && u.Sender.SourceSystem == update.Sender.SourceSystem);
}
