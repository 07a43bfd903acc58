using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Failures;

public abstract class FaultyStreamTests<TService>(TService service) : FaultyServiceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Updates = 400;

    private static readonly IncidentWriterOptions Impatient = new()
    {
        MaxBatch = 10,
        InitialBackoff = TimeSpan.FromMilliseconds(5),
        MaxBackoff = TimeSpan.FromMilliseconds(20),
    };

    [Fact]
    public async Task A_writer_sends_again_while_the_database_is_gone_and_each_update_is_there_once()
    {
        await using TService faulty = await FaultyServiceAsync();
        IncidentUpdate[] updates = [.. Enumerable.Range(0, 100).Select(Update)];
        await using IncidentWriter writer = faulty.Submitter("kent").Incidents.OpenWriter(Impatient);
        faulty.Faults!.FailAll(faulty.Failures.Gone);
        Task<Receipt>[] written = [.. updates.Select(u => writer.SubmitAsync(u, Cancel))];
        await faulty.Faults.HitsAsync(5, Cancel);
        Assert.Equal(0, writer.DurableThrough);

        faulty.Faults.Mend();
        await AssertEachOnceAsync(faulty, [.. updates.Zip(await Task.WhenAll(written))]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_writer_comes_through_faults_of_every_kind_with_each_update_once(int seed)
    {
        await using TService faulty = await FaultyServiceAsync();
        var random = new Random(seed);
        EngineFailures failures = faulty.Failures;
        Func<Exception>[] any = [failures.Gone, failures.Lost, failures.Full, failures.ReadOnly];
        faulty.Faults!.FailByChance(FaultPoint.Open, 0.2, random, any);
        faulty.Faults.FailByChance(FaultPoint.Turn, 0.004, random, any);
        faulty.Faults.FailByChance(FaultPoint.Commit, 0.3, random, any);

        IncidentUpdate[] updates = [.. Enumerable.Range(0, Updates).Select(Update)];
        await using IncidentWriter writer = faulty.Submitter("kent").Incidents.OpenWriter(Impatient);
        // A few at a time: an engine that takes whole sets would be done with all of them in a turn or two.
        var receipts = new List<Receipt>();
        foreach (IncidentUpdate[] few in updates.Chunk(10))
        {
            receipts.AddRange(await Task.WhenAll(few.Select(u => writer.SubmitAsync(u, Cancel))));
        }

        Assert.InRange(faulty.Faults.Hits, 10, int.MaxValue);
        faulty.Faults.Mend();
        await AssertEachOnceAsync(faulty, [.. updates.Zip(receipts)]);
    }

    /// <summary>Ten updates to an incident, from its report on.</summary>
    private static IncidentUpdate Update(int number) => number % 10 == 0
        ? Told.Report("kent", $"r{number / 10}", Told.Alleged("a1"))
        : Told.Closed("kent", $"r{number / 10}", Moments.Reported.AddMinutes(number), $"code-{number}");
}
