using System.Runtime.CompilerServices;

namespace AuditClient.Tests.Spooling;

/// <summary>Writes that wait for room, and what they are told in place of it.</summary>
public sealed class SpoolWaitTests
{
    [Fact]
    public void Results_out_of_order_let_go_of_nothing_from_the_first_untold_refusal_on()
    {
        using SpoolFolder folder = new();
        using Spool spool = Spool.Open(folder.Options());
        SpoolRefusals refusals = new(onRejected: null, spool);

        refusals.Tell(Refusal(3));
        refusals.Tell(Refusal(2));
        refusals.Settle(3);

        Assert.Equal(1, spool.Acknowledged);
        Assert.Equal(2, refusals.TakeUntold()!.Rejected.Count);
        Assert.Equal(3, spool.Acknowledged);
    }

    [Fact]
    public async Task A_write_that_was_cancelled_while_refusals_were_told_to_it_leaves_them_to_the_next()
    {
        using SpoolFolder folder = new();
        using Spool spool = Spool.Open(Full(folder));
        SpoolRefusals refusals = new(onRejected: null, spool);
        using CancellationTokenSource cancel = new();
        SpoolAppender appender = new(spool, write => Cancelled(cancel) && refusals.TryTell(write), (_, _) => { });
        Task running = appender.RunAsync();
        await appender.AddAsync(Write(1)).Soon();
        refusals.Tell(Refusal(1));
        refusals.Settle(1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => appender.AddAsync(Write(2, cancel.Token)).Soon());

        Assert.Equal(0, spool.Acknowledged);
        UpdatesRejectedException told = await Assert.ThrowsAsync<UpdatesRejectedException>(() => appender.AddAsync(Write(3)).Soon());
        Assert.Equal(1, Assert.Single(told.Rejected).Number);
        Assert.Equal(1, spool.Acknowledged);
        appender.Close();
        await running.Soon();
    }

    [Fact]
    public async Task A_disposal_of_a_spool_that_is_more_than_full_tells_its_refusals_to_its_caller()
    {
        using SpoolFolder folder = new();
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Stream = conversation => conversation.AnswerAllAsync(
            sequence => new StreamItemResult { Sequence = sequence, Error = Statuses.Of(ErrorReason.RequestIdReused) });
        await using CrimeAuditClient client = server.Connect();
        TaskCompletionSource refused = new();
        IncidentWriter writer = client.Open(Full(folder), options => options.OnProgress = _ => refused.TrySetResult());
        await writer.WriteAsync(TestUpdates.Number(1)).Soon();
        await refused.Task.Soon();

        UpdatesRejectedException told = await Assert.ThrowsAsync<UpdatesRejectedException>(() => writer.DisposeAsync().Soon());

        Assert.Equal("r1", Assert.Single(told.Rejected).Update.Sender.RequestId);
        Assert.Equal(0, SpoolTesting.Recover(folder.Options()).Unacknowledged);
    }

    [Fact]
    public async Task A_write_that_is_refused_leaves_nothing_with_its_callers_token()
    {
        using SpoolFolder folder = new();
        using Spool spool = Spool.Open(Full(folder));
        SpoolAppender appender = new(spool, write => write.TryFail(new InvalidOperationException("hear this first")), (_, _) => { });
        Task running = appender.RunAsync();
        await appender.AddAsync(Write(1)).Soon();
        using CancellationTokenSource token = new();

        WeakReference whenFull = await RefusedAsync<InvalidOperationException>(appender, token.Token);
        appender.Close();
        WeakReference whenClosed = await RefusedAsync<ObjectDisposedException>(appender, token.Token);
        await running.Soon();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal((false, false), (whenFull.IsAlive, whenClosed.IsAlive));
        Assert.False(token.IsCancellationRequested);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> RefusedAsync<TRefusal>(SpoolAppender appender, CancellationToken cancel)
        where TRefusal : Exception
    {
        WeakReference write = Add(appender, cancel, out Task<long> done);
        await Assert.ThrowsAsync<TRefusal>(() => done.Soon());
        return write;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Add(SpoolAppender appender, CancellationToken cancel, out Task<long> done)
    {
        SpoolWrite write = Write(2, cancel);
        done = appender.AddAsync(write);
        return new WeakReference(write);
    }

    private static bool Cancelled(CancellationTokenSource cancel)
    {
        cancel.Cancel();
        return true;
    }

    private static SpoolWrite Write(int number, CancellationToken cancel = default) => new(TestUpdates.Number(number), ticket: null, cancel);

    private static RejectedUpdate Refusal(int number) =>
        new(number, TestUpdates.Number(number), CrimeAuditException.From(Statuses.Of(ErrorReason.RequestIdReused)));

    /// <summary>A single update fills it, and more than that.</summary>
    private static SpoolOptions Full(SpoolFolder folder)
    {
        SpoolOptions options = folder.Options();
        options.SegmentSize = 1;
        options.MaxSize = 2;
        return options;
    }
}
