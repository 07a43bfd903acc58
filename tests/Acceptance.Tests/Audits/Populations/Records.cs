using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Populations;

/// <summary>What a force tells of crimes that there are not, and of who reports; and how an outsider names the units.</summary>
internal static class Records
{
    /// <summary>An hour after the ordinary report.</summary>
    public static readonly DateTimeOffset Later = Moments.Reported.AddHours(1);

    public static IncidentUpdate Cancelled(
        string force, string reference, string crimeRef, CancellationReason reason = CancellationReason.C4Error, DateTimeOffset? at = null) => Of(
            force,
            reference,
            at ?? Later.AddHours(1),
            u => u.CrimeCancelled = new CrimeCancelled { CrimeRef = crimeRef, Reason = reason });

    public static IncidentUpdate N100(
        string force, string reference, string requestId, string code = "100/01", DateTimeOffset? at = null) => Of(
            force,
            reference,
            at ?? Later,
            u => u.ReportedIncidentRecorded = new ReportedIncidentRecorded { Code = code },
            requestId);

    public static IncidentUpdate NotRecorded(string force, string reference, NotRecordedReason reason, params string[] alleged) => Of(
        force,
        reference,
        Later,
        u => u.CrimeNotRecorded = new CrimeNotRecorded { AllegedRefs = { alleged }, Reason = reason });

    /// <summary>A report that one system opens, by one way and by one kind of reporter.</summary>
    public static IncidentUpdate Report(
        string force, string reference, ReporterKind reporter, Channel channel = Channel.Unspecified, string system = Told.Command) =>
        IncidentUpdates.Opened(force, system, reference, EventTimes.Instant(Moments.Reported), new Opened
        {
            ReportedTime = EventTimes.Instant(Moments.Reported),
            ReporterKind = reporter,
            Channel = channel,
        });

    public static string CrimeUnit(string force, string reference, string crimeRef) =>
        $"{Outsider.UnitId(force, reference)}/crime/{Uri.EscapeDataString(crimeRef)}";

    public static string N100Unit(string force, string reference, string requestId) =>
        $"{Outsider.UnitId(force, reference)}/n100/{Told.CrimeSystem}/{Uri.EscapeDataString(requestId)}";

    /// <summary>A plan of the second half of 2018 whose strata are all censuses.</summary>
    public static AuditPlan Plan(string force, params (string Name, Population Population)[] strata)
    {
        var plan = new AuditPlan
        {
            Force = force,
            WindowFrom = Plans.From,
            WindowTo = Plans.To,
            SeedSource = SeedSource.Witnessed,
            ReviewPolicy = Plans.OneReview(),
        };
        plan.Strata.AddRange(strata.Select(s => new Stratum { Name = s.Name, Population = s.Population, Census = true }));
        return plan;
    }

    public static Review Cancellation(RecordVerdict verdict, CancellationReason right = CancellationReason.Unspecified) => new()
    {
        Cancellation = new CancellationFound
        {
            Verdict = verdict,
            RightReason = right,
            RuleParagraph = "Section C",
            Rationale = verdict == RecordVerdict.Right ? "" : "nothing on the log bears it out",
            VictimInformed = Evidence.Evident,
        },
    };

    public static Review Classification(RecordVerdict verdict, string rightCode = "", Offence? offence = null) => new()
    {
        Classification = new ClassificationFound
        {
            Verdict = verdict,
            RightCode = rightCode,
            Offence = offence,
            RuleParagraph = "N100",
            Rationale = verdict == RecordVerdict.Right ? "" : "the victim confirmed",
            VictimInformed = Evidence.NotEvident,
        },
    };

    private static IncidentUpdate Of(
        string force, string reference, DateTimeOffset at, Action<IncidentUpdate> change, string? requestId = null) =>
        IncidentUpdates.Of(force, Told.Command, reference, EventTimes.Instant(at), change, Told.CrimeSystem, requestId);
}
