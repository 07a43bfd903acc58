using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Rates;

public abstract class AccountedForTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_force_without_reports_has_no_rate()
    {
        GetAccountedForRateResponse answer = await Service.Reader("essex").Rates.GetAccountedForAsync("essex", Breakdown.Month, Cancel);
        Assert.Empty(answer.Rows);
        Assert.Equal((0, false, false), (answer.Total.Counts.Alleged, answer.Total.HasAccountedForRate, answer.Total.HasInTimeRate));
        Assert.Equal("accounted-for rate of alleged crimes", answer.Method);
    }
}
