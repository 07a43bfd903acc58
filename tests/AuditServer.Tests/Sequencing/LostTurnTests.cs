using AuditCore.Recording;
using AuditServer.Errors;
using AuditServer.Incidents;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AuditServer.Tests.Sequencing;

public sealed class LostTurnTests : SequencerOnFakeLog
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_turn_that_was_lost_is_run_again_whole_and_nobody_hears_of_it(int times)
    {
        Lose(times);
        Task<long> first = Append("r0");
        Task<long> second = Append("r1");
        await BeginAsync();

        long[] indexes = await Task.WhenAll(first, second);
        Assert.Equal([0L, 1L], indexes);
        Assert.Equal(["r0", "r1"], log.Entries.Select(e => e.Key.RequestId));
        Assert.Equal((times + 1, 1), (log.Turns, log.Commits));
    }

    [Fact]
    public async Task A_turn_that_is_lost_again_and_again_is_told_as_unavailable_and_the_next_one_works()
    {
        Lose(4);
        Task<long> lost = Append("r0");
        await BeginAsync();

        Fault told = await Assert.ThrowsAsync<Fault>(() => lost);
        Assert.Equal((ErrorReason.StorageUnavailable, RetryAfter), (told.Reason, told.RetryAfter));
        Assert.Equal((4, 0), (log.Turns, log.Commits));
        Assert.Equal(0, await Append("r0"));
    }

    [Fact]
    public async Task A_turn_whose_commit_was_done_and_its_answer_lost_finds_what_it_wrote()
    {
        log.LostAnswers.Enqueue(new TimeoutException("connection reset"));
        Task<long> first = Append("r0");
        Task<long> second = Append("r1");
        await BeginAsync();

        long[] indexes = await Task.WhenAll(first, second);
        Assert.Equal([0L, 1L], indexes);
        Assert.Equal(["r0", "r1"], log.Entries.Select(e => e.Key.RequestId));
        Assert.Equal((2, 1), (log.Turns, log.Commits));
    }

    [Fact]
    public async Task An_engine_that_is_full_is_told_as_full_with_advice_to_ask_again()
    {
        log.Failures.Enqueue(new InsufficientMemoryException("/var/lib is full"));
        Task<long> refused = Append("r0");
        await BeginAsync();

        Fault told = await Assert.ThrowsAsync<Fault>(() => refused);
        Assert.Equal((ErrorReason.StorageFull, RetryAfter), (told.Reason, told.RetryAfter));
        Assert.DoesNotContain("/var/lib", told.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Append("r0"));
    }

    private void Lose(int times)
    {
        for (int i = 0; i < times; i++)
        {
            log.Failures.Enqueue(new TimeoutException("deadlock victim"));
        }
    }

    /// <summary>Appends under a request id, once.</summary>
    private async Task<long> Append(string requestId) => await sequencer.RunAsync(async (turn, cancel) =>
    {
        var key = new RequestKey("kent", "audit/test", requestId);
        return (await turn.FindAsync([key], cancel)).TryGetValue(key, out KnownEntry? known)
            ? known.Index
            : turn.Append(EntryKind.Audit, key, [1]).Index;
    });
}
