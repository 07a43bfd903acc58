using Acceptance.Tests.Support;
using AuditCore.Reference;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Enum = System.Enum;
using OffenceGroup = CrimeAudit.V1.OffenceGroup;

namespace Acceptance.Tests.Recounting;

/// <summary>Holds live rates, by everything by which they are told, against a recount.</summary>
internal sealed class RecountedRates(ServiceUnderTest service, ToldLog log, NaiveIncident[] incidents)
{
    private const string From = "2018-09";
    private const string To = "2019-02";

    private static readonly Breakdown[] Breakdowns = Enum.GetValues<Breakdown>();

    public async Task AssertAsync(string force, CancellationToken cancel)
    {
        DateTimeOffset now = service.Clock.GetUtcNow();
        var count = new NaiveCount([.. incidents.Where(i => i.Force == force)], now);
        foreach (Breakdown breakdown in Breakdowns)
        {
            GetAccountedForRateResponse answer = await RateAsync(new() { Force = force, Breakdown = breakdown }, cancel);
            Assert.Equal((count.Total(), count.Presumed()), (answer.Total.Counts, answer.Total.PresumedCounts));
            Assert.Equal((count.Unmatched, count.Direct), (answer.UnmatchedCrimeRecords, answer.DirectCrimeRecords));
            Assert.Equal(now, answer.AsOf.EvaluatedTime.ToDateTimeOffset());
            // As time passes, entries come in that cover who read what meanwhile.
            Assert.True(answer.AsOf.TreeSize >= log.Size);
            Assert.Equal(log.Freshness(force, now), answer.Freshness);
            Assert.All(answer.Rows.Append(answer.Total), RateArithmetic.Assert);
            if (breakdown != Breakdown.Unspecified)
            {
                Assert.Equal(count.By(breakdown), answer.Rows.Select(r => (r.Key, r.Counts, r.PresumedCounts)));
                Assert.True(answer.Rows.Count > 1, $"{breakdown} has {answer.Rows.Count} rows");
            }
        }

        await AssertMonthsAsync(force, count, cancel);
        await AssertSomeClassesAsync(force, count, cancel);
    }

    private async Task AssertMonthsAsync(string force, NaiveCount count, CancellationToken cancel)
    {
        GetAccountedForRateResponse months = await RateAsync(new() { Force = force, FromMonth = From, ToMonth = To }, cancel);
        Assert.Equal((count.Total(IsWithin), count.Presumed(IsWithin)), (months.Total.Counts, months.Total.PresumedCounts));

        static bool IsWithin(string month) => string.CompareOrdinal(month, From) >= 0 && string.CompareOrdinal(month, To) <= 0;
    }

    private async Task AssertSomeClassesAsync(string force, NaiveCount count, CancellationToken cancel)
    {
        var request = new GetAccountedForRateRequest
        {
            Force = force,
            Breakdown = Breakdown.Area,
            OffenceGroups = { OffenceGroup.Violence },
            OffenceClasses = { OffenceClass.Robbery.Slug() },
        };
        GetAccountedForRateResponse some = await RateAsync(request, cancel);
        AccountedForCounts expected = count.OfClasses(
            [OffenceClass.Robbery, .. Enum.GetValues<OffenceClass>().Where(c => c.Group() == AuditCore.Reference.OffenceGroup.Violence)]);
        Assert.Equal(expected, some.Total.Counts);
        Assert.Equal((expected.Alleged, expected.Pending), (some.Rows.Sum(r => r.Counts.Alleged), some.Rows.Sum(r => r.Counts.Pending)));
        Assert.True(expected.Alleged > 0 && expected.Alleged < count.Total().Alleged);
    }

    private Task<GetAccountedForRateResponse> RateAsync(GetAccountedForRateRequest request, CancellationToken cancel) =>
        service.Reader(request.Force).Rates.GetAccountedForAsync(request, cancel);
}
