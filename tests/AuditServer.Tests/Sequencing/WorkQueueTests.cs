using AuditServer.Sequencing;

namespace AuditServer.Tests.Sequencing;

public sealed class WorkQueueTests
{
    private const int Turn = 10;
    private readonly WorkQueue queue = new();

    [Fact]
    public void A_call_does_not_wait_behind_a_stream_that_waits_since_long()
    {
        Work[] stream = [.. Enumerable.Range(0, 20).Select(_ => Stream(5))];
        Work call = Call(1);
        Assert.Equal([call, stream[0]], Gather());
        Assert.Equal([stream[1], stream[2]], Gather());
    }

    [Fact]
    public void Calls_take_half_a_turn_while_a_stream_waits_and_all_of_it_otherwise()
    {
        Work[] calls = [.. Enumerable.Range(0, 20).Select(_ => Call(1))];
        Work stream = Stream(5);
        Assert.Equal([.. calls[..5], stream], Gather());
        Assert.Equal(calls[5..15], Gather());
        Assert.Equal(calls[15..], Gather());
    }

    [Fact]
    public void What_a_stream_leaves_of_a_turn_goes_to_further_calls()
    {
        Work[] calls = [.. Enumerable.Range(0, 8).Select(_ => Call(1))];
        Work stream = Stream(2);
        Assert.Equal([.. calls[..5], stream, .. calls[5..]], Gather());
    }

    [Fact]
    public void A_message_as_large_as_a_turn_goes_at_the_latest_with_the_turn_after_however_many_calls_wait()
    {
        Work[] calls = [.. Enumerable.Range(0, 30).Select(_ => Call(1))];
        Work large = Stream(Turn);
        Assert.Equal(calls[..10], Gather());
        Assert.Equal([large], Gather());
        Assert.Equal(calls[10..20], Gather());
    }

    [Fact]
    public async Task A_queue_that_was_completed_gives_what_waits_and_takes_nothing()
    {
        Work call = Call(1);
        queue.Complete();
        Assert.False(queue.TryAddCall(new Waiting(1)));
        Assert.False(queue.TryAddStream(new Waiting(1)));
        Assert.True(await queue.WaitAsync());
        Assert.Equal([call], Gather());
        Assert.False(await queue.WaitAsync());
    }

    [Fact]
    public async Task Who_waits_is_woken_by_either_lane_and_by_the_end()
    {
        Task<bool> waiting = queue.WaitAsync().AsTask();
        Assert.False(waiting.IsCompleted);
        Stream(1);
        Assert.True(await waiting);
        Gather();
        waiting = queue.WaitAsync().AsTask();
        queue.Complete();
        Assert.False(await waiting);
    }

    private Waiting Call(int weight)
    {
        var work = new Waiting(weight);
        Assert.True(queue.TryAddCall(work));
        return work;
    }

    private Waiting Stream(int weight)
    {
        var work = new Waiting(weight);
        Assert.True(queue.TryAddStream(work));
        return work;
    }

    private List<Work> Gather()
    {
        var batch = new List<Work>();
        queue.Gather(batch, Turn);
        return batch;
    }

    private sealed class Waiting(int weight) : Work(weight)
    {
        public override void Succeed() => throw new NotSupportedException();

        public override void Fail(Exception exception) => throw new NotSupportedException();
    }
}
