using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Incidents;

public abstract class RestartTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task Everything_acknowledged_is_there_after_a_restart_and_replays_are_still_answered()
    {
        await using TService restarted = await EmptyServiceAsync();
        IncidentUpdate[] updates =
        [
            .. Story.Of("kent", "story"),
            .. Enumerable.Range(0, 60).Select(i => Told.Report("kent", $"r{i}", Told.Alleged("a1"))),
        ];
        List<Receipt> receipts = [.. await SubmitAsync(restarted, updates[..30])];
        receipts.AddRange((await restarted.Submitter("kent").Incidents.SubmitBatchAsync(updates[30..50], Cancel)).Receipts);
        await using (IncidentWriter writer = restarted.Submitter("kent").Incidents.OpenWriter())
        {
            receipts.AddRange(await Task.WhenAll(updates[50..].Select(u => writer.SubmitAsync(u, Cancel))));
        }

        await restarted.Lead().Rates.ImportVolumesAsync(Rates.Volumes.Of("kept", "kent", ("2018-12-31", 1, 2, 3)), Cancel);
        GetIncidentResponse before = await ReadAsync(restarted, "story");
        GetAccountedForRateResponse rateBefore = await RateAsync(restarted);

        await restarted.RestartAsync();

        GetIncidentResponse after = await ReadAsync(restarted, "story");
        Assert.Equal((before.Incident, before.AsOf), (after.Incident, after.AsOf));
        Assert.Equal(before.History, after.History);
        Assert.Equal(rateBefore, await RateAsync(restarted));
        Assert.Contains("kept", (await restarted.Lead().Rates.ListVolumesAsync("kent", new DateOnly(2018, 12, 31), Cancel)).Versions);
        IReadOnlyList<Receipt> replays = await SubmitAsync(restarted, updates);
        Assert.All(replays, r => Assert.True(r.Replayed));
        Assert.Equal(receipts.Select(r => (r.EntryIndex, r.AcceptedTime)), replays.Select(r => (r.EntryIndex, r.AcceptedTime)));
        IncidentUpdate reuse = updates[^1].Clone();
        reuse.Opened.Area = "elsewhere";
        await Assert.ThrowsAsync<RequestIdReusedException>(() => SubmitAsync(restarted, reuse));

        Receipt next = (await SubmitAsync(restarted, Told.Report("kent", "after-the-restart")))[0];
        Assert.Equal((updates.Length + 1L, false), (next.EntryIndex, next.Replayed));
    }

    [Fact]
    public async Task An_audit_goes_on_after_a_restart_where_it_stood()
    {
        await using TService restarted = await EmptyServiceAsync();
        await WriteAsync(restarted, Enumerable.Range(0, 20).Select(i => Told.Report("kent", $"r{i}", Moments.Reported, "burglary")));
        var audit = new Audits.Inspection(restarted, "restarted", "kent");
        await audit.CreateAsync(Audits.Plans.Of("kent", SeedSource.Witnessed, ("burglary", 6)));
        Audit frozen = await audit.FreezeAsync();

        await restarted.RestartAsync();

        Assert.Equal(frozen, (await restarted.Lead().Audits.GetAsync("restarted", Cancel)).Audit);
        await audit.WitnessAsync("314159");
        await audit.DrawAsync();
        Assert.Equal(6, (await audit.ItemsAsync()).Count);
    }

    private static Task<GetIncidentResponse> ReadAsync(TService service, string reference) =>
        service.Submitter("kent").Incidents.GetAsync("kent", Told.Command, reference, Cancel);

    private static Task<GetAccountedForRateResponse> RateAsync(TService service) =>
        service.Reader("kent").Rates.GetAccountedForAsync("kent", Breakdown.OffenceClass, Cancel);
}
