using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Rates;

public abstract class RateBreakdownTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task By_a_further_dimension_each_crime_is_overdue_from_the_instant_after_its_own_deadline()
    {
        DateTimeOffset start = Service.Clock.GetUtcNow();
        await SubmitAsync(Report("north", start), Report("south", start.AddSeconds(-1)));
        Service.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal([("north", 1, 0), ("south", 0, 1)], await PendingAndOverdueAsync("kent", Breakdown.Area));
        Service.Clock.Advance(TimeSpan.FromMicroseconds(1));
        Assert.Equal([("north", 0, 1), ("south", 0, 1)], await PendingAndOverdueAsync("kent", Breakdown.Area));
        Assert.Equal([("CHANNEL_ONLINE", 0, 2)], await PendingAndOverdueAsync("kent", Breakdown.Channel));
        Assert.Equal([("repeat", 0, 2), ("school", 0, 2)], await PendingAndOverdueAsync("kent", Breakdown.Qualifier));
        Assert.Equal([("(none)", 0, 2)], await PendingAndOverdueAsync("kent", Breakdown.ClosingCode));
    }

    [Fact]
    public async Task A_crime_moves_with_its_incident_from_value_to_value()
    {
        DateTimeOffset now = Service.Clock.GetUtcNow();
        await SubmitAsync(Told.Report("dorset", "r1", now, "noise", Told.Alleged("a1")));
        Assert.Equal([("noise", 1, 0)], await PendingAndOverdueAsync("dorset", Breakdown.OpeningCode));
        await SubmitAsync(IncidentUpdates.Of(
            "dorset", Told.Command, "r1", EventTimes.Instant(now), u => u.Recoded = new Recoded { OpeningCode = "assault" }));
        Assert.Equal([("assault", 1, 0)], await PendingAndOverdueAsync("dorset", Breakdown.OpeningCode));
        await SubmitAsync(Told.Closed("dorset", "r1", now));
        Assert.Equal([("no-crime", 1, 0)], await PendingAndOverdueAsync("dorset", Breakdown.ClosingCode));
    }

    [Fact]
    public async Task Of_more_values_than_rows_the_most_counted_have_one_and_the_others_one_together()
    {
        await using var own = new TService { Settings = new Dictionary<string, string?> { ["CrimeAudit:Rates:MostRows"] = "2" } };
        await own.InitializeAsync();
        await SubmitAsync(own, [.. new[] { "a", "b", "b", "c", "c", "d" }.Select((code, i) => Told.Report("kent", $"r{i}", Moments.Reported, code, Told.Alleged("a1")))]);
        GetAccountedForRateResponse answer = await own.Reader("kent").Rates.GetAccountedForAsync("kent", Breakdown.OpeningCode, Cancel);
        Assert.Equal([("(other)", 2L), ("b", 2L), ("c", 2L)], answer.Rows.Select(r => (r.Key, r.Counts.Alleged)));
    }

    [Fact]
    public async Task A_class_or_breakdown_that_there_is_not_is_refused()
    {
        var request = new GetAccountedForRateRequest { Force = "kent", Breakdown = (Breakdown)77, OffenceClasses = { "arsonry" } };
        InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(
            () => Service.Reader("kent").Rates.GetAccountedForAsync(request, Cancel));
        Assert.Equal(["breakdown", "offence_classes"], refused.Violations.Select(v => v.Field));
    }

    private static IncidentUpdate Report(string area, DateTimeOffset reported)
    {
        IncidentUpdate report = Told.Report("kent", area, reported, "", Told.Alleged("a1"));
        report.Opened.Area = area;
        report.Opened.Channel = Channel.Online;
        report.Opened.Qualifiers.Add(["repeat", "school"]);
        return report;
    }

    private async Task<IEnumerable<(string Key, long Pending, long Overdue)>> PendingAndOverdueAsync(string force, Breakdown breakdown) =>
        (await Service.Reader(force).Rates.GetAccountedForAsync(force, breakdown, Cancel)).Rows
            .Select(r => (r.Key, r.Counts.Pending, r.Counts.Overdue));
}
