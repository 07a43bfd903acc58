using Acceptance.Tests.Failures;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Acceptance.Tests.Storage;

/// <summary>Another instance, of a newer program, migrates the database under one that runs.</summary>
public abstract class SchemaVersionTests<TService>(TService service) : FaultyServiceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_running_instance_writes_nothing_into_a_newer_schema_and_goes_on_when_it_is_its_own_again()
    {
        await using TService older = await FaultyServiceAsync();
        IncidentUpdate before = Told.Report("kent", "before", Told.Alleged("a1"));
        IncidentUpdate during = Told.Report("kent", "during");
        Receipt first = await SubmitOneAsync(older, before);

        await MoveVersionAsync(older, "+ 1");
        await RefusedAsync(() => SubmitOneAsync(older, during));
        await RefusedAsync(() => older.Submitter("kent").Incidents.SubmitBatchAsync([during], Cancel));
        await RefusedAsync(() => older.Lead().Rates.ImportVolumesAsync(Rates.Volumes.Of("v1", "kent", ("2018-12-31", 1, 2, 3)), Cancel));
        Assert.Equal(NotServing, await older.HealthAsync());
        await AssertCountedAndUntoldAsync(older, [(before, first)]);

        await MoveVersionAsync(older, "- 1");
        Assert.Equal(Serving, await older.HealthAsync());
        await AssertEachOnceAsync(older, (before, first), (during, await SubmitOneAsync(older, during)));
    }

    [Fact]
    public async Task What_is_streamed_meanwhile_is_sent_again_until_it_is_written_and_stands_once()
    {
        await using TService older = await FaultyServiceAsync(attempts: 4);
        IncidentUpdate[] updates = [.. Enumerable.Range(0, 20).Select(i => Told.Report("kent", $"r{i}"))];
        await using IncidentWriter writer = older.Submitter("kent").Incidents.OpenWriter();
        Receipt first = await writer.SubmitAsync(updates[0], Cancel);

        await MoveVersionAsync(older, "+ 1");
        int opened = older.Faults!.Hits;
        older.Faults.Count(FaultPoint.Turn);
        Task<Receipt>[] streamed = [.. updates[1..].Select(u => writer.SubmitAsync(u, Cancel))];
        await older.Faults.HitsAsync(opened + 1, Cancel);
        Assert.All(streamed, task => Assert.False(task.IsCompleted));

        await MoveVersionAsync(older, "- 1");
        Receipt[] receipts = await Task.WhenAll(streamed);
        await AssertEachOnceAsync(older, [(updates[0], first), .. updates[1..].Zip(receipts)]);
    }

    private static async Task MoveVersionAsync(TService service, string by) =>
        Assert.Equal(1, await service.RunSqlAsync($"UPDATE {service.Table("log_head")} SET schema_version = schema_version {by}"));
}
