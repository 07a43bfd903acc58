using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Failures;

public abstract class FailureTests<TService>(TService service) : FaultyServiceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task While_the_database_is_gone_every_call_says_so_and_afterwards_everything_works_without_a_restart()
    {
        await using TService faulty = await FaultyServiceAsync();
        IncidentUpdate before = Told.Report("kent", "before", Told.Alleged("a1"));
        IncidentUpdate during = Told.Report("kent", "during");
        Receipt first = await SubmitOneAsync(faulty, before);

        faulty.Faults!.FailAll(faulty.Failures.Gone);
        await RefusedAsync(() => SubmitOneAsync(faulty, during));
        await RefusedAsync(() => faulty.Submitter("kent").Incidents.SubmitBatchAsync([during], Cancel));
        await RefusedAsync(() => faulty.Submitter("kent").Incidents.GetAsync("kent", Told.Command, "before", Cancel));
        await RefusedAsync(() => faulty.Submitter("kent").Rates.GetAccountedForAsync("kent", cancellationToken: Cancel));
        await RefusedAsync(() => faulty.Lead().Audits.GetAsync("an-audit", Cancel));
        await RefusedAsync(() => faulty.Lead().Rates.ImportVolumesAsync(Rates.Volumes.Of("v1", "kent", ("2018-12-31", 1, 2, 3)), Cancel));

        faulty.Faults.Mend();
        Receipt second = await SubmitOneAsync(faulty, during);
        Assert.False(second.Replayed);
        await AssertEachOnceAsync(faulty, (before, first), (during, second));
    }

    [Fact]
    public async Task A_database_that_restarts_breaks_the_turn_that_was_running_and_no_other()
    {
        await using TService faulty = await FaultyServiceAsync();
        IncidentUpdate[] updates = [.. Enumerable.Range(0, 3).Select(i => Told.Report("kent", $"r{i}"))];
        Receipt first = await SubmitOneAsync(faulty, updates[0]);

        faulty.Faults!.Fail(FaultPoint.Turn, n => n == 4, faulty.Failures.Gone);
        await RefusedAsync(() => SubmitOneAsync(faulty, updates[1]));
        Assert.Equal(1, faulty.Faults.Hits);

        Receipt second = await SubmitOneAsync(faulty, updates[1]);
        Receipt third = await SubmitOneAsync(faulty, updates[2]);
        await AssertEachOnceAsync(faulty, (updates[0], first), (updates[1], second), (updates[2], third));
    }

    [Fact]
    public async Task A_turn_of_many_updates_that_breaks_at_any_of_its_statements_leaves_nothing_behind()
    {
        await using TService faulty = await FaultyServiceAsync();
        IncidentUpdate[] reports = [.. Enumerable.Range(0, 20).Select(i => Told.Report("kent", $"r{i}", Told.Alleged("a1")))];
        IncidentUpdate[] records = [.. Enumerable.Range(0, 20).Select(i => Told.Closed("kent", $"r{i}", faulty.Clock.GetUtcNow()))];
        var receipts = new List<Receipt>();
        foreach (IncidentUpdate[] updates in new[] { reports, records })
        {
            // Where an engine reads histories beside the turn, its readers fail alone; where it does not, nothing does.
            faulty.Faults!.Fail(FaultPoint.Read, _ => true, faulty.Failures.Gone);
            faulty.Faults.Fail(FaultPoint.Commit, _ => true, faulty.Failures.Gone);
            await RefusedAsync(() => SubmitAllAsync(faulty, updates));
            receipts.AddRange(await BreakUntilWholeAsync(faulty, updates));
        }

        await AssertEachOnceAsync(faulty, [.. reports.Concat(records).Zip(receipts)]);
    }

    [Fact]
    public async Task A_database_that_takes_no_writes_is_unavailable_to_writers_and_for_records_and_figures_go_on()
    {
        await using TService faulty = await FaultyServiceAsync();
        IncidentUpdate before = Told.Report("kent", "before");
        IncidentUpdate after = Told.Report("kent", "after");
        Receipt first = await SubmitOneAsync(faulty, before);

        faulty.Faults!.Fail(FaultPoint.Turn, _ => true, faulty.Failures.ReadOnly);
        await RefusedAsync(() => SubmitOneAsync(faulty, after));
        await AssertCountedAndUntoldAsync(faulty, [(before, first)]);

        faulty.Faults.Mend();
        await AssertEachOnceAsync(faulty, (before, first));
        await AssertEachOnceAsync(faulty, (before, first), (after, await SubmitOneAsync(faulty, after)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_full_database_says_that_it_is_full_and_readers_go_on(bool atCommit)
    {
        await using TService faulty = await FaultyServiceAsync();
        IncidentUpdate before = Told.Report("kent", "before");
        IncidentUpdate after = Told.Report("kent", "after");
        Receipt first = await SubmitOneAsync(faulty, before);

        faulty.Faults!.Fail(atCommit ? FaultPoint.Commit : FaultPoint.Turn, n => n == (atCommit ? 0 : 3), faulty.Failures.Full);
        await RefusedAsync(() => SubmitOneAsync(faulty, after), ErrorReason.StorageFull);
        await AssertEachOnceAsync(faulty, (before, first));

        faulty.Faults.Mend();
        await AssertEachOnceAsync(faulty, (before, first), (after, await SubmitOneAsync(faulty, after)));
    }

    [Fact]
    public async Task A_connection_that_cannot_be_opened_is_tried_again_by_the_next_call()
    {
        await using TService faulty = await FaultyServiceAsync();
        IncidentUpdate update = Told.Report("kent", "r1");
        // Whoever else opens a connection meanwhile fails too: what is in the background must not use the failures up.
        faulty.Faults!.Fail(FaultPoint.Open, _ => true, faulty.Failures.Gone);
        // A turn in the background may have opened the writing connection already: it is given up when a statement fails.
        faulty.Faults.Fail(FaultPoint.Turn, n => n == 0, faulty.Failures.Gone);
        await RefusedAsync(() => SubmitOneAsync(faulty, update));
        await RefusedAsync(() => SubmitOneAsync(faulty, update));
        faulty.Faults.Mend();
        await AssertEachOnceAsync(faulty, (update, await SubmitOneAsync(faulty, update)));
    }

    [Fact]
    public async Task A_client_that_asks_again_as_advised_does_not_notice_a_passing_failure()
    {
        await using TService faulty = await FaultyServiceAsync(attempts: 4);
        IncidentUpdate update = Told.Report("kent", "r1");
        faulty.Faults!.Fail(FaultPoint.Turn, n => n == 0, faulty.Failures.Gone);
        faulty.Faults.Fail(FaultPoint.Turn, n => n == 1, faulty.Failures.Full);
        await AssertEachOnceAsync(faulty, (update, await SubmitOneAsync(faulty, update)));
        Assert.Equal(2, faulty.Faults.Hits);
    }

    /// <summary>Breaks every third statement in turn until the turn has no more of them, and looks that nothing of it stands before.</summary>
    private static async Task<IReadOnlyList<Receipt>> BreakUntilWholeAsync(TService faulty, IncidentUpdate[] updates)
    {
        faulty.Faults!.Mend();
        long before = await EntriesAsync(faulty);
        for (int broken = 0; ; broken += 3)
        {
            faulty.Faults.Fail(FaultPoint.Turn, n => n >= broken, faulty.Failures.Gone);
            IReadOnlyList<Receipt> receipts = [];
            Exception? failure = await Record.ExceptionAsync(async () => receipts = await SubmitAllAsync(faulty, updates));
            faulty.Faults.Mend();
            if (failure is null)
            {
                Assert.InRange(broken, updates.Length / 2, int.MaxValue);
                return receipts;
            }

            await RefusedAsync(() => Task.FromException(failure));
            Assert.Equal(before, await EntriesAsync(faulty));
        }
    }
}
