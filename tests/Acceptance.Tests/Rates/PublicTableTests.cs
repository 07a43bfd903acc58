using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Rates;

public abstract class PublicTableTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private static readonly Func<AccountedForCounts, long>[] Parts =
    [
        c => c.RecordedInTime, c => c.RecordedLate, c => c.RecordedTimeUnknown, c => c.Cancelled, c => c.NotRecordedWithReason,
        c => c.ReportedIncident, c => c.Overdue, c => c.Pending, c => c.OpenTimeUnknown,
    ];

    [Fact]
    public async Task A_table_is_the_live_counts_rounded_and_its_rates_are_of_the_rounded_counts()
    {
        await WriteAsync(Service, new Population(31, "kent", Service.Clock.GetUtcNow()).Incidents(300));
        GetPublicTableResponse table = await TableAsync(Service, "kent");
        Assert.Equal((true, 5, "2019-06-03", "kent"), (table.Rounded, table.RoundedTo, table.Day, table.Force));
        GetAccountedForRateResponse whole = await LiveAsync(Breakdown.Unspecified);
        Assert.Equal(whole.AsOf, table.AsOf);
        AssertRounded(whole.Total, table.Total);
        Assert.Equal(
            (Round(whole.UnmatchedCrimeRecords), Round(whole.DirectCrimeRecords)), (table.UnmatchedCrimeRecords, table.DirectCrimeRecords));
        AssertRounded(await LiveAsync(Breakdown.Month), table.Months);
        AssertRounded(await LiveAsync(Breakdown.OffenceGroup), table.OffenceGroups);
        Assert.Equal([(Told.CrimeSystem, "2019-06-03", false), (Told.Command, "2019-06-03", false)],
            table.Freshness.Select(f => (f.SourceSystem, f.LastAcceptedDay, f.Stale)));
    }

    [Fact]
    public async Task Everybody_gets_the_same_table_all_day_after_a_restart_too_and_another_the_next_day()
    {
        await using TService own = await EmptyServiceAsync();
        await SubmitAsync(own, [.. Enumerable.Range(0, 5).Select(i => Told.Report("essex", $"r{i}", Told.Alleged("a1")))]);
        GetPublicTableResponse first = await TableAsync(own, "essex");
        Assert.Equal((5, 0), (first.Total.Counts.Overdue, first.Total.Counts.Pending));

        await SubmitAsync(own, [.. Enumerable.Range(5, 5).Select(i => Told.Report("essex", $"r{i}", Told.Alleged("a1")))]);
        // To the last minute of the day in London, which is at an hour ahead of UTC.
        own.Clock.Advance(Moments.Utc("2019-06-03T22:59:00Z") - own.Clock.GetUtcNow());
        Assert.Equal(first, await TableAsync(own, "essex"));
        Assert.Equal(first, await own.Lead().Rates.GetPublicTableAsync("essex", Cancel));
        await own.RestartAsync();
        Assert.Equal(first, await TableAsync(own, "essex"));

        own.Clock.Advance(TimeSpan.FromMinutes(1));
        GetPublicTableResponse next = await TableAsync(own, "essex");
        Assert.Equal(("2019-06-04", 10L), (next.Day, next.Total.Counts.Overdue));
    }

    [Fact]
    public async Task Of_many_who_ask_first_all_get_the_same()
    {
        await using TService own = await EmptyServiceAsync();
        GetPublicTableResponse[] tables = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TableAsync(own, "surrey")));
        Assert.All(tables, t => Assert.Equal(tables[0], t));
    }

    [Fact]
    public async Task A_reader_of_another_force_gets_this_table_and_nothing_else()
    {
        IRateClient outside = Service.Reader("dorset").Rates;
        Assert.Equal("cumbria", (await outside.GetPublicTableAsync("cumbria", Cancel)).Force);
        PermissionException refused = await Assert.ThrowsAsync<PermissionException>(() => outside.GetAccountedForAsync("cumbria", cancellationToken: Cancel));
        Assert.Equal(ErrorReason.ForceNotPermitted, refused.Reason);
        refused = await Assert.ThrowsAsync<PermissionException>(
            () => AllAsync(outside.WatchAccountedForAsync("cumbria", cancellationToken: Cancel)));
        Assert.Equal(ErrorReason.ForceNotPermitted, refused.Reason);
    }

    private static void AssertRounded(GetAccountedForRateResponse live, IEnumerable<AccountedForRow> rounded)
    {
        Dictionary<string, AccountedForRow> rows = rounded.ToDictionary(r => r.Key);
        foreach (AccountedForRow row in live.Rows)
        {
            bool shown = rows.Remove(row.Key, out AccountedForRow? of);
            Assert.Equal(Parts.Any(p => Round(p(row.Counts)) + Round(p(row.PresumedCounts)) > 0), shown);
            if (shown)
            {
                AssertRounded(row, of!);
            }
        }

        Assert.Empty(rows);
    }

    private static void AssertRounded(AccountedForRow live, AccountedForRow rounded)
    {
        Assert.All(Parts, part => Assert.Equal(
            (Round(part(live.Counts)), Round(part(live.PresumedCounts))), (part(rounded.Counts), part(rounded.PresumedCounts))));
        AccountedForCounts counts = rounded.Counts;
        Assert.Equal(Parts.Sum(part => part(counts)), counts.Alleged);
        long judged = counts.Alleged - counts.Pending - counts.OpenTimeUnknown;
        Assert.Equal(judged > 0 ? (judged - counts.Overdue) / (double)judged : 0, rounded.AccountedForRate);
    }

    private static long Round(long count) => (long)Math.Round(count / 5.0, MidpointRounding.AwayFromZero) * 5;

    /// <summary>As somebody outside the force asks for it.</summary>
    private static Task<GetPublicTableResponse> TableAsync(TService of, string force) =>
        of.Reader("norfolk").Rates.GetPublicTableAsync(force, Cancel);

    private Task<GetAccountedForRateResponse> LiveAsync(Breakdown breakdown) =>
        Service.Reader("kent").Rates.GetAccountedForAsync("kent", breakdown, Cancel);
}
