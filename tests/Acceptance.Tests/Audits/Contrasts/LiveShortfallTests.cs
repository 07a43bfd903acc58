using Acceptance.Tests.Rates;
using Acceptance.Tests.Support;
using AuditCore.Estimation;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Population = Acceptance.Tests.Rates.Population;

namespace Acceptance.Tests.Audits.Contrasts;

public abstract class LiveShortfallTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private static readonly (string Factor, Breakdown Breakdown)[] Factors =
    [
        ("month", Breakdown.Month), ("offence-class", Breakdown.OffenceClass), ("area", Breakdown.Area), ("channel", Breakdown.Channel),
        ("opening-code", Breakdown.OpeningCode), ("qualifier", Breakdown.Qualifier),
    ];

    [Fact]
    public async Task What_is_reported_online_goes_with_more_that_nothing_answers_and_what_only_goes_with_the_offence_does_not()
    {
        // Of a class the opening code says nothing more; of the channel, online is answered less in both classes.
        (string Class, string Code, Channel Channel, int Answered, int Unanswered)[] told =
        [
            (Codes.Violence, "assault", Channel.Online, 30, 30), (Codes.Violence, "assault", Channel.EmergencyCall, 50, 10),
            (Codes.Violence, "row", Channel.Online, 15, 15), (Codes.Violence, "row", Channel.EmergencyCall, 25, 5),
            (Codes.Theft, "theft", Channel.Online, 20, 5), (Codes.Theft, "theft", Channel.EmergencyCall, 90, 2),
            (Codes.Theft, "row", Channel.Online, 10, 3), (Codes.Theft, "row", Channel.EmergencyCall, 45, 1),
        ];
        await WriteAsync(Service, told.SelectMany(Reports));
        await SubmitAsync(Told.Report("kent", "pending", Service.Clock.GetUtcNow(), "assault", Told.Alleged("a1")));
        ExplainShortfallResponse answer = await Service.Reader("kent").Rates.ExplainShortfallAsync(new() { Force = "kent" }, Cancel);

        Assert.Equal((told.Sum(t => t.Answered + t.Unanswered), told.Sum(t => t.Unanswered)), (answer.Crimes, answer.Shortfalls));
        ShortfallLevel online = answer.Levels.Single(l => l.Level == "CHANNEL_ONLINE");
        OddsRatioEstimate expected = MantelHaenszel.Of(
            [.. new[] { Codes.Violence, Codes.Theft }.Select(c => Fourfold(told, c, t => t.Channel == Channel.Online))]);
        Assert.Equal((128, 53, "mantel-haenszel"), (online.Crimes, online.Shortfalls, online.OddsRatioMethod));
        Assert.Equal(
            (expected.OddsRatio, expected.Lower, expected.Upper, expected.PValue),
            (online.OddsRatio, online.OddsRatioLower, online.OddsRatioUpper, online.PValue));
        Assert.Equal(75.0 / 128, online.Rate);
        Assert.True(online.Significant);
        Assert.StartsWith("Goes with more of it", online.Statement, StringComparison.Ordinal);
        ShortfallLevel assault = answer.Levels.Single(l => l.Level == "assault");
        Assert.False(assault.Significant);
        Assert.StartsWith("No clear evidence", assault.Statement, StringComparison.Ordinal);
        Assert.Equal(BenjaminiHochberg.Adjust([.. answer.Levels.Select(l => l.PValue)]), answer.Levels.Select(l => l.AdjustedPValue));
        Assert.Contains("need not cause it", answer.Method, StringComparison.Ordinal);
        // One month only, so the month tells nothing apart.
        Assert.DoesNotContain(answer.Levels, l => l.Factor is "month" or "area" or "qualifier");
    }

    [Fact]
    public async Task Each_level_counts_as_the_live_rate_does()
    {
        await WriteAsync(Service, new Population(20_240_607, "essex", Moments.Now).Incidents(600));
        IRateClient rates = Service.Reader("essex").Rates;
        ExplainShortfallResponse answer = await rates.ExplainShortfallAsync(new() { Force = "essex", MostLevels = 100 }, Cancel);

        foreach ((string factor, Breakdown breakdown) in Factors)
        {
            GetAccountedForRateResponse live = await rates.GetAccountedForAsync("essex", breakdown, Cancel);
            Assert.Equal(
                live.Rows.Select(r => (r.Key, Judged(r.Counts) + Judged(r.PresumedCounts), r.Counts.Overdue + r.PresumedCounts.Overdue))
                    .Where(r => r.Item2 > 0).OrderBy(r => r.Key, StringComparer.Ordinal),
                answer.Levels.Where(l => l.Factor == factor).Select(l => (l.Level, l.Crimes, l.Shortfalls)).OrderBy(l => l.Level, StringComparer.Ordinal));
        }

        Assert.All(answer.Levels, l => Assert.Equal((answer.Crimes - l.Crimes, answer.Shortfalls - l.Shortfalls), (l.RestCrimes, l.RestShortfalls)));
        Assert.Contains(answer.Levels, l => l is { LowN: true, IntervalMethod: "clopper-pearson" });
        Assert.Contains(answer.Levels, l => l is { LowN: false, IntervalMethod: "wilson" });
    }

    [Fact]
    public async Task Beyond_the_most_counted_levels_the_others_are_one_save_where_a_crime_is_at_several()
    {
        await WriteAsync(Service, Enumerable.Range(0, 24).Select(i =>
        {
            IncidentUpdate report = Told.Report("surrey", $"r{i}", Moments.Reported, i < 12 ? "a" : i < 20 ? "b" : $"c{i}", Told.Alleged("a1"));
            report.Opened.Qualifiers.Add(i % 2 == 0 ? ["one", "two"] : ["three"]);
            return report;
        }));
        ExplainShortfallResponse answer = await Service.Lead().Rates.ExplainShortfallAsync(
            new() { Force = "surrey", FromMonth = "2018-11", ToMonth = "2018-11", MostLevels = 2 }, Cancel);

        Assert.Equal([("a", 12L), ("b", 8L), ("(other)", 4L)], answer.Levels.Where(l => l.Factor == "opening-code").Select(l => (l.Level, l.Crimes)));
        Assert.Equal(2, answer.Levels.Count(l => l.Factor == "qualifier"));
        // Everything is overdue, so nothing can be told apart.
        Assert.All(answer.Levels, l => Assert.Equal(("none", false, false), (l.OddsRatioMethod, l.HasOddsRatio, l.HasPValue)));
        Assert.Equal((0, 0), (await CrimesAsync(fromMonth: "2018-12"), await CrimesAsync(toMonth: "2018-10")));
    }

    [Fact]
    public async Task Only_one_subject_and_only_what_goes_with_it_can_be_asked()
    {
        IRateClient lead = Service.Lead().Rates;
        InvalidRequestException none = await Assert.ThrowsAsync<InvalidRequestException>(() => lead.ExplainShortfallAsync(new(), Cancel));
        Assert.Equal(["force"], none.Violations.Select(v => v.Field));
        InvalidRequestException live = await Assert.ThrowsAsync<InvalidRequestException>(() => lead.ExplainShortfallAsync(
            new() { Force = "kent", Basis = ShortfallBasis.NotCorrectly, MostLevels = 101, FromMonth = "May", OffenceClasses = { "arsonry" } }, Cancel));
        Assert.Equal(["basis", "from_month", "offence_classes", "most_levels"], live.Violations.Select(v => v.Field));
        InvalidRequestException ofAudit = await Assert.ThrowsAsync<InvalidRequestException>(
            () => lead.ExplainShortfallAsync(new() { AuditId = "A", FromMonth = "2018-11" }, Cancel));
        Assert.Equal(["audit_id", "from_month"], ofAudit.Violations.Select(v => v.Field));
        await Assert.ThrowsAsync<PermissionException>(() => Service.Reader("kent").Rates.ExplainShortfallAsync(new() { Force = "essex" }, Cancel));
    }

    private static long Judged(AccountedForCounts counts) => counts.Alleged - counts.Pending - counts.OpenTimeUnknown;

    private static FourfoldTable Fourfold(
        (string Class, string Code, Channel Channel, int Answered, int Unanswered)[] told,
        string ofClass,
        Func<(string Class, string Code, Channel Channel, int Answered, int Unanswered), bool> isAtLevel)
    {
        var (at, rest) = (told.Where(t => t.Class == ofClass && isAtLevel(t)).ToArray(), told.Where(t => t.Class == ofClass && !isAtLevel(t)).ToArray());
        return new FourfoldTable(at.Sum(t => t.Unanswered), at.Sum(t => t.Answered), rest.Sum(t => t.Unanswered), rest.Sum(t => t.Answered));
    }

    private static IEnumerable<IncidentUpdate> Reports((string Class, string Code, Channel Channel, int Answered, int Unanswered) told)
    {
        for (int i = 0; i < told.Answered + told.Unanswered; i++)
        {
            string reference = $"{told.Code}-{told.Class.Replace('/', '-')}-{told.Channel}-{i}";
            IncidentUpdate report = Told.Report("kent", reference, Moments.Reported, told.Code, Told.Alleged("a1", told.Class));
            report.Opened.Channel = told.Channel;
            yield return report;
            if (i < told.Answered)
            {
                yield return Told.Crime("kent", reference, $"c-{reference}", Moments.Reported.AddHours(2), told.Class, "a1");
            }
        }
    }

    private async Task<long> CrimesAsync(string fromMonth = "", string toMonth = "") => (await Service.Lead().Rates.ExplainShortfallAsync(
        new() { Force = "surrey", FromMonth = fromMonth, ToMonth = toMonth }, Cancel)).Crimes;
}
