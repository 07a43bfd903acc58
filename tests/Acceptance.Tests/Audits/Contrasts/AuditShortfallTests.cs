using Acceptance.Tests.Support;
using AuditCore.Estimation;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Contrasts;

public abstract class AuditShortfallTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task What_goes_with_crimes_not_recorded_is_shown_by_the_records_as_of_the_freeze()
    {
        (Inspection audit, IReadOnlyList<SampleItem> items) = await DrawnAsync("kent", "explained", 60);
        // After the freeze the force re-codes everything.
        await WriteAsync(Service, items.Select(i => IncidentUpdates.Of(
            "kent", Told.Command, Reference(i), EventTimes.Instant(Moments.Now), u => u.Recoded = new Recoded { OpeningCode = "mended" })));
        // Every second ticket is not recorded where it was told online, and every tenth elsewhere.
        bool IsMissed(SampleItem item) => IsOnline(item) ? item.Position % 2 == 0 : item.Position % 10 == 0;
        await audit.ReviewAllAsync(items, item => Reviews.Of(
            With(Reviews.Decision(IsMissed(item) ? ReviewOutcome.NotRecorded : ReviewOutcome.Recorded), "domestic-abuse"),
            Reviews.Decision(ReviewOutcome.Misclassified, Codes.Theft)));
        await audit.AcceptAllAsync();
        ExplainShortfallResponse answer = await Service.Lead().Rates.ExplainShortfallAsync(new() { AuditId = "explained" }, Cancel);

        int missed = items.Count(IsMissed);
        Assert.Equal((120, missed, false), (answer.Crimes, answer.Shortfalls, answer.Interim));
        Assert.Equal([("WHY_MISSED_NO_CLEAR_EVIDENCE", (long)missed)], answer.WhyMissed.Select(w => (w.Name, w.Number)));
        ShortfallLevel online = answer.Levels.Single(l => l.Level == "CHANNEL_ONLINE");
        (int at, int atMissed) = (items.Count(IsOnline), items.Count(i => IsOnline(i) && IsMissed(i)));
        OddsRatioEstimate expected = MantelHaenszel.Of(
            [new(atMissed, at - atMissed, missed - atMissed, 60 - at - (missed - atMissed)), new(0, at, 0, 60 - at)]);
        Assert.Equal((2 * at, atMissed), (online.Crimes, online.Shortfalls));
        Assert.Equal((expected.OddsRatio, expected.Lower, expected.Upper), (online.OddsRatio, online.OddsRatioLower, online.OddsRatioUpper));
        Assert.True(online.Significant, online.Statement);
        Assert.Equal(
            ["channel", "domain", "offence-class", "reporter-kind"], answer.Levels.Select(l => l.Factor).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(answer.Levels, l => l.Level == "mended");

        ShortfallLevel theft = answer.Levels.Single(l => l.Level == "theft");
        // Every theft was recorded, none in its class: the ratio is at its limit, and exact.
        Assert.Equal(("conditional-exact", 0.0, 0.0), (theft.OddsRatioMethod, theft.OddsRatio, theft.OddsRatioLower));
        ExplainShortfallResponse correctly = await Service.Lead().Rates.ExplainShortfallAsync(
            new() { AuditId = "explained", Basis = ShortfallBasis.NotCorrectly, OffenceClasses = { "theft" } }, Cancel);
        Assert.Equal((60, 60), (correctly.Crimes, correctly.Shortfalls));
    }

    [Fact]
    public async Task How_long_recording_took_is_told_in_hours_from_the_report_to_the_record_that_the_review_names()
    {
        (Inspection audit, IReadOnlyList<SampleItem> items) = await DelayedAsync("essex", "delayed");
        // The first fifty were recorded, number i after i hours; the time of number 50 is known to the day.
        await audit.ReviewAllAsync(items, item => Reviews.Of(Reviews.Decision(
            NumberOf(item) is var number && number > 50 ? ReviewOutcome.NotRecorded : number > 24 ? ReviewOutcome.RecordedLate : ReviewOutcome.Recorded)));

        ExplainShortfallResponse answer = await Service.Lead().Rates.ExplainShortfallAsync(new() { AuditId = "delayed" }, Cancel);

        RecordingDelays delays = answer.Delays;
        Assert.Equal((49L, 1L), (delays.Crimes, delays.TimeUnknown));
        // A census: every hour up to the 49th, once each, so no interval.
        Assert.Equal([(0.25, 13.0), (0.5, 25.0), (0.75, 37.0), (0.9, 45.0)], delays.Quantiles.Select(q => (q.Share, q.Hours)));
        Assert.All(delays.Quantiles, q => Assert.False(q.HasLower || q.HasUpper));
        Assert.Equal([24L, 25L, 0L, 0L, 0L], delays.Bands.Select(b => b.Crimes));
        Assert.Equal([(0.0, 24.0), (24.0, 72.0), (72.0, 168.0), (168.0, 720.0), (720.0, 0.0)], delays.Bands.Select(b => (b.OverHours, b.ToHours)));
        Assert.Equal((24.0 / 49, 1.0), (delays.Bands[0].Share, delays.Bands.Sum(b => b.Share)));
        Assert.Contains("Woodruff (1952)", delays.Method, StringComparison.Ordinal);
        ExplainShortfallResponse none = await Service.Lead().Rates.ExplainShortfallAsync(
            new() { AuditId = "delayed", OffenceClasses = { "theft" } }, Cancel);
        Assert.Equal((0L, 0), (none.Delays.Crimes, none.Delays.Quantiles.Count));
    }

    [Fact]
    public async Task Auditors_and_the_force_are_told_once_the_audit_is_final()
    {
        (Inspection audit, IReadOnlyList<SampleItem> items) = await DrawnAsync("dorset", "unexplained", 4);
        await audit.ReviewAllAsync(items, _ => Reviews.Of(Reviews.Decision(ReviewOutcome.Recorded)));
        var request = new ExplainShortfallRequest { AuditId = "unexplained" };
        IRateClient[] later = [Service.Registrar("dorset").Rates, Service.Reader("dorset").Rates, Service.Auditor("cumbria").Rates];
        foreach (IRateClient early in later)
        {
            AuditStateException refused = await Assert.ThrowsAsync<AuditStateException>(() => early.ExplainShortfallAsync(request, Cancel));
            Assert.Equal((ErrorReason.AuditState, "DRAWN"), (refused.Reason, refused.Precondition?.Type));
        }

        await Service.Lead().Audits.FinalizeAsync(new() { AuditId = "unexplained", RequestId = "final" }, Cancel);
        foreach (IRateClient told in later)
        {
            Assert.Equal(4, (await told.ExplainShortfallAsync(request, Cancel)).Crimes);
        }

        await Assert.ThrowsAsync<PermissionException>(() => Service.Registrar("kent").Rates.ExplainShortfallAsync(request, Cancel));
    }

    private static CrimeDecision With(CrimeDecision decision, string domain)
    {
        decision.Domains.Add(domain);
        return decision;
    }

    private static string Reference(SampleItem item) => item.UnitId.Split('/')[^1];

    private static bool IsOnline(SampleItem item) => NumberOf(item) % 2 == 0;

    private static int NumberOf(SampleItem item) => int.Parse(Reference(item).Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Sixty reports, all drawn. Of the first fifty a crime was recorded, of number i after i hours; of the last of these the day alone is known.</summary>
    private async Task<(Inspection Audit, IReadOnlyList<SampleItem> Items)> DelayedAsync(string force, string id)
    {
        await WriteAsync(Service, Enumerable.Range(1, 60).Select(i => Told.Report(force, $"{id}-{i}", Moments.Reported, id)));
        await WriteAsync(Service, Enumerable.Range(1, 50).Select(i => Told.Crime(
            force, $"{id}-{i}", "c1", i < 50 ? EventTimes.Instant(Moments.Reported.AddHours(i)) : EventTimes.Day(new DateOnly(2018, 11, 8)))));
        var audit = new Inspection(Service, id, force);
        return (audit, await audit.DrawnAsync(Plans.Of(force, SeedSource.Witnessed, (id, 0))));
    }

    private async Task<(Inspection Audit, IReadOnlyList<SampleItem> Items)> DrawnAsync(string force, string id, int size)
    {
        await WriteAsync(Service, Enumerable.Range(0, 2 * size).Select(i =>
        {
            IncidentUpdate report = Told.Report(force, $"{id}-{i}", Moments.Reported, id);
            report.Opened.Channel = i % 2 == 0 ? Channel.Online : Channel.EmergencyCall;
            report.Opened.ReporterKind = i % 3 == 0 ? ReporterKind.Victim : ReporterKind.ProfessionalThirdParty;
            return report;
        }));
        var audit = new Inspection(Service, id, force);
        return (audit, await audit.DrawnAsync(Plans.Of(force, SeedSource.Witnessed, (id, size))));
    }
}
