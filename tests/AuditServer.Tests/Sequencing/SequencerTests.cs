using AuditCore.Recording;
using AuditServer.Errors;
using AuditServer.Incidents;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AuditServer.Tests.Sequencing;

public sealed class SequencerTests : SequencerOnFakeLog
{
    [Fact]
    public async Task What_waits_is_written_in_the_order_it_came()
    {
        Task<long>[] steps = [.. Enumerable.Range(0, 50).Select(i => Append($"r{i}"))];
        await BeginAsync();
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), await Task.WhenAll(steps));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"r{i}"), log.Entries.Select(e => e.Key.RequestId));
        Assert.Equal(1, log.Commits);
    }

    [Fact]
    public async Task A_step_that_fails_unexpectedly_fails_alone_and_the_others_are_written_once()
    {
        Task<long> first = Append("r0");
        Task<long> culprit = Step((turn, _) =>
        {
            Append(turn, "culprit");
            throw new InvalidOperationException("a bug");
        });
        Task<long> last = Append("r1");
        await BeginAsync();

        Assert.Equal("a bug", (await Assert.ThrowsAsync<InvalidOperationException>(() => culprit)).Message);
        long[] indexes = await Task.WhenAll(first, last);
        Assert.Equal([0L, 1L], indexes);
        Assert.Equal(["r0", "r1"], log.Entries.Select(e => e.Key.RequestId));
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_is_told_with_advice_to_ask_again_and_the_next_turn_works()
    {
        log.Failures.Enqueue(new IOException("disk full at /var/lib"));
        await BeginAsync();
        Fault told = await Assert.ThrowsAsync<Fault>(() => Append("r0"));
        Assert.Equal(ErrorReason.StorageUnavailable, told.Reason);
        Assert.Equal(RetryAfter, told.RetryAfter);
        Assert.DoesNotContain("/var/lib", told.Message, StringComparison.Ordinal);

        Assert.Equal(0, await Append("r0"));
        Assert.Equal("r0", Assert.Single(log.Entries).Key.RequestId);
    }

    [Fact]
    public async Task A_step_that_finds_the_store_gone_leaves_nothing_of_its_turn()
    {
        Task<long> before = Append("r0");
        Task<long> gone = Step((_, _) => throw new IOException("gone"));
        await BeginAsync();
        Assert.Equal(ErrorReason.StorageUnavailable, (await Assert.ThrowsAsync<Fault>(() => before)).Reason);
        Assert.Equal(ErrorReason.StorageUnavailable, (await Assert.ThrowsAsync<Fault>(() => gone)).Reason);
        Assert.Empty(log.Entries);
    }

    [Fact]
    public async Task A_refusal_by_a_step_that_wrote_nothing_leaves_the_turn_alone()
    {
        Task<long> first = Append("r0");
        Task<long> refused = Step((_, _) => throw Faults.UnknownAudit("a"));
        Task<long> last = Append("r1");
        await BeginAsync();
        Assert.Equal(ErrorReason.UnknownAudit, (await Assert.ThrowsAsync<Fault>(() => refused)).Reason);
        long[] indexes = await Task.WhenAll(first, last);
        Assert.Equal([0L, 1L], indexes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_step_refused_after_it_wrote_undoes_what_it_wrote_and_the_others_succeed(bool anEntry)
    {
        Task<long> first = Append("r0");
        Task<long> refused = Step((turn, _) =>
        {
            if (anEntry)
            {
                Append(turn, "refused");
            }
            else
            {
                turn.MarkWritten();
            }

            throw Faults.UnknownAudit("a");
        });
        Task<long> last = Append("r1");
        await BeginAsync();
        Assert.Equal(ErrorReason.UnknownAudit, (await Assert.ThrowsAsync<Fault>(() => refused)).Reason);
        long[] indexes = await Task.WhenAll(first, last);
        Assert.Equal([0L, 1L], indexes);
        Assert.Equal(["r0", "r1"], log.Entries.Select(e => e.Key.RequestId));
    }

    [Fact]
    public async Task Stopping_writes_what_waits_and_refuses_what_comes_after()
    {
        await sequencer.StartAsync(TestContext.Current.CancellationToken);
        Task<long>[] waiting = [Append("r0"), Append("r1")];
        Task stopped = sequencer.StopAsync(TestContext.Current.CancellationToken);
        Fault refused = await Assert.ThrowsAsync<Fault>(() => Append("r2"));
        Assert.Equal(ErrorReason.ServerStopping, refused.Reason);
        Assert.Equal(RetryAfter, refused.RetryAfter);

        log.Open();
        await stopped;
        long[] indexes = await Task.WhenAll(waiting);
        Assert.Equal([0L, 1L], indexes);
        Assert.Equal(["r0", "r1"], log.Entries.Select(e => e.Key.RequestId));
        Fault work = await Assert.ThrowsAsync<Fault>(
            () => sequencer.EnqueueAsync(new UpdateWork([]), TestContext.Current.CancellationToken).AsTask());
        Assert.Equal(ErrorReason.ServerStopping, work.Reason);
    }

    private Task<long> Append(string requestId) => Step((turn, _) => ValueTask.FromResult(Append(turn, requestId)));

    /// <summary>A refusal to take a step comes with its task, whether or not the sequencer waits for room.</summary>
    private async Task<long> Step(Func<Turn, CancellationToken, ValueTask<long>> step) => await sequencer.RunAsync(step);

    private static long Append(Turn turn, string requestId) =>
        turn.Append(EntryKind.Audit, new RequestKey("kent", "audit/test", requestId), [1]).Index;
}
