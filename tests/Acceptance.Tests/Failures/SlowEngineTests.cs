using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Failures;

public abstract class SlowEngineTests<TService>(TService service) : FaultyServiceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task While_a_turn_hangs_calls_beyond_the_queue_are_refused_at_once_and_when_it_goes_on_all_is_well()
    {
        await using TService slow = await FaultyServiceAsync(("CrimeAudit:Sequencing:ReservedForCalls", "1"));
        IncidentUpdate first = Told.Report("kent", "r0");
        IncidentUpdate second = Told.Report("kent", "r1");
        FaultGate held = slow.Faults!.Hold(FaultPoint.Commit);
        Task<Receipt> hanging = SubmitOneAsync(slow, first);
        await held.Reached.WaitAsync(Cancel);

        await RefusedAsync(() => SubmitOneAsync(slow, second), ErrorReason.QueueFull);
        await RefusedAsync(() => slow.Submitter("kent").Incidents.SubmitBatchAsync([second], Cancel), ErrorReason.QueueFull);
        Assert.False(hanging.IsCompleted);

        held.Release();
        Receipt receipt = await hanging;
        await AssertEachOnceAsync(slow, (first, receipt), (second, await SubmitOneAsync(slow, second)));
    }

    [Fact]
    public async Task Turns_that_fail_give_their_room_in_the_queue_back()
    {
        await using TService failing = await FaultyServiceAsync(("CrimeAudit:Sequencing:ReservedForCalls", "1"));
        IncidentUpdate update = Told.Report("kent", "r0");
        failing.Faults!.Fail(FaultPoint.Commit, n => n < 5, failing.Failures.Gone);
        for (int i = 0; i < 5; i++)
        {
            await RefusedAsync(() => SubmitOneAsync(failing, update));
        }

        await AssertEachOnceAsync(failing, (update, await SubmitOneAsync(failing, update)));
    }

    [Fact]
    public async Task A_stream_waits_for_a_hanging_turn_and_then_goes_on_in_order()
    {
        await using TService slow = await FaultyServiceAsync(("CrimeAudit:Sequencing:QueueCapacity", "20"));
        IncidentUpdate[] updates = [.. Enumerable.Range(0, 200).Select(i => Told.Report("kent", $"r{i}"))];
        FaultGate held = slow.Faults!.Hold(FaultPoint.Commit);
        await using IncidentWriter writer = slow.Submitter("kent").Incidents.OpenWriter(new IncidentWriterOptions { MaxBatch = 10 });
        Task<Receipt>[] written = [.. updates.Select(u => writer.SubmitAsync(u, Cancel))];
        await held.Reached.WaitAsync(Cancel);
        Assert.Equal(0, writer.DurableThrough);

        held.Release();
        Receipt[] receipts = await Task.WhenAll(written);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => (long)i), receipts.Select(r => r.EntryIndex));
        await AssertEachOnceAsync(slow, [.. updates.Zip(receipts)]);
    }
}
