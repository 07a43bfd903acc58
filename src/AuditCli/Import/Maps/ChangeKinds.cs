using CrimeAudit.V1;
using static AuditCli.Import.Maps.ChangeField;

namespace AuditCli.Import.Maps;

/// <summary>
/// The table of changes that a map can make, and of their fields. Withdrawals are not among them: they name request ids,
/// which no CSV has.
/// </summary>
internal static class ChangeKinds
{
    public static IReadOnlyList<ChangeKind> All { get; } =
    [
        new("opened", u => u.Opened = new Opened { ReportedTime = u.EventTime })
        {
            Fields =
            [
                Text("openingCode", (u, text) => u.Opened.OpeningCode = text),
                Text("area", (u, text) => u.Opened.Area = text),
                Choice("channel", nameof(Channel), (u, number) => u.Opened.Channel = (Channel)number),
                Choice("reporterKind", nameof(ReporterKind), (u, number) => u.Opened.ReporterKind = (ReporterKind)number),
                List("qualifiers", (u, text) => u.Opened.Qualifiers.Add(text)),
            ],
            Times = [("reportedAt", (u, time) => u.Opened.ReportedTime = time)],
        },
        new("recoded", u => u.Recoded = new Recoded())
        {
            Fields = [Text("openingCode", (u, text) => u.Recoded.OpeningCode = text, needed: true)],
        },
        new("closed", u => u.Closed = new Closed()) { Fields = [Text("closingCode", (u, text) => u.Closed.ClosingCode = text)] },
        new("reopened", u => u.Reopened = new Reopened()),
        new("qualifiersChanged", u => u.QualifiersChanged = new QualifiersChanged())
        {
            Fields = [List("qualifiers", (u, text) => u.QualifiersChanged.Qualifiers.Add(text), needed: true)],
        },
        new("crimeAlleged", u => u.CrimeAlleged = new CrimeAlleged { AllegedCrime = new AllegedCrime() })
        {
            Fields =
            [
                Text("allegedRef", (u, text) => u.CrimeAlleged.AllegedCrime.AllegedRef = text, needed: true),
                .. Offences((u, offence) => u.CrimeAlleged.AllegedCrime.Offence = offence),
                Text("victimRef", (u, text) => u.CrimeAlleged.AllegedCrime.VictimRef = text),
            ],
        },
        new("crimeRecorded", u => u.CrimeRecorded = new CrimeRecorded())
        {
            Fields =
            [
                Text("crimeRef", (u, text) => u.CrimeRecorded.CrimeRef = text, needed: true),
                .. Offences((u, offence) => u.CrimeRecorded.Offence = offence),
                Text("victimRef", (u, text) => u.CrimeRecorded.VictimRef = text),
                List("allegedRefs", (u, text) => u.CrimeRecorded.AllegedRefs.Add(text)),
                Flag("direct", (u, value) => u.CrimeRecorded.Direct = value),
            ],
        },
        new("crimeReclassified", u => u.CrimeReclassified = new CrimeReclassified())
        {
            Fields =
            [
                Text("crimeRef", (u, text) => u.CrimeReclassified.CrimeRef = text, needed: true),
                .. Offences((u, offence) => u.CrimeReclassified.Offence = offence),
                Decider((u, kind) => u.CrimeReclassified.DeciderKind = kind),
            ],
        },
        new("crimeCancelled", u => u.CrimeCancelled = new CrimeCancelled())
        {
            Fields =
            [
                Text("crimeRef", (u, text) => u.CrimeCancelled.CrimeRef = text, needed: true),
                Choice("reason", nameof(CancellationReason), (u, number) => u.CrimeCancelled.Reason = (CancellationReason)number, needed: true),
                Decider((u, kind) => u.CrimeCancelled.DeciderKind = kind),
                Flag("deciderIndependent", (u, value) => u.CrimeCancelled.DeciderIndependent = value),
                Text("otherForceRef", (u, text) => u.CrimeCancelled.OtherForceRef = text),
            ],
            Times = [("victimInformedAt", (u, time) => u.CrimeCancelled.VictimInformedTime = time)],
        },
        new("crimeNotRecorded", u => u.CrimeNotRecorded = new CrimeNotRecorded())
        {
            Fields =
            [
                List("allegedRefs", (u, text) => u.CrimeNotRecorded.AllegedRefs.Add(text), needed: true),
                Choice("reason", nameof(NotRecordedReason), (u, number) => u.CrimeNotRecorded.Reason = (NotRecordedReason)number, needed: true),
                Decider((u, kind) => u.CrimeNotRecorded.DeciderKind = kind),
            ],
            Times = [("victimInformedAt", (u, time) => u.CrimeNotRecorded.VictimInformedTime = time)],
        },
        new("recordingDelayed", u => u.RecordingDelayed = new RecordingDelayed())
        {
            Fields =
            [
                List("allegedRefs", (u, text) => u.RecordingDelayed.AllegedRefs.Add(text), needed: true),
                Text("rationaleCode", (u, text) => u.RecordingDelayed.RationaleCode = text, needed: true),
                Flag("registrarOversight", (u, value) => u.RecordingDelayed.RegistrarOversight = value),
            ],
        },
        new("reportedIncidentRecorded", u => u.ReportedIncidentRecorded = new ReportedIncidentRecorded())
        {
            Fields =
            [
                Text("code", (u, text) => u.ReportedIncidentRecorded.Code = text, needed: true),
                List("allegedRefs", (u, text) => u.ReportedIncidentRecorded.AllegedRefs.Add(text)),
            ],
        },
    ];

    private static ChangeField[] Offences(Action<IncidentUpdate, Offence> set) =>
    [
        Text(ChangeKind.OffenceCode, (u, text) => set(u, new Offence { Code = text })),
        Text(ChangeKind.Category, (u, text) => set(u, new Offence { Category = text })),
    ];

    private static ChangeField Decider(Action<IncidentUpdate, DeciderKind> set) =>
        Choice("deciderKind", nameof(DeciderKind), (u, number) => set(u, (DeciderKind)number));
}
