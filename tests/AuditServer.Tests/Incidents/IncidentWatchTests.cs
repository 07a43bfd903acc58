using AuditCore.Recording;
using AuditServer.Incidents.Watching;
using AuditServer.Sequencing;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AuditServer.Tests.Incidents;

public sealed class IncidentWatchTests : IDisposable
{
    private readonly LogSignal signal = new();
    private readonly LongLog log = new();
    private readonly HeldReader<WatchIncidentsResponse> reader = new();
    private readonly FakeTimeProvider clock = new();
    private readonly WatchingOptions options = new() { PageSize = 10, CheckpointEvery = 1_000 };
    private readonly WatchTurns turns;

    public IncidentWatchTests() => turns = new WatchTurns(Options.Create(options));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => turns.Dispose();

    [Fact]
    public async Task The_next_page_is_read_while_one_is_told_and_no_further_one_however_long_the_log_grows()
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task watch = Watch().RunAsync(0, 45, over.Token);
        await reader.OfferedAsync(1, Cancel);
        await log.ReadAsync(2, Cancel);
        signal.Publish(1_000_000);
        Assert.Equal([(0L, 45L), (10, 45)], Ranges());

        await reader.TakeAsync(9, Cancel);
        await reader.OfferedAsync(9, Cancel);
        Assert.Equal([(0L, 45L), (10, 45)], Ranges());
        await reader.TakeAsync(1, Cancel);
        await reader.OfferedAsync(1, Cancel);
        await log.ReadAsync(1, Cancel);
        Assert.Equal([(0L, 45L), (10, 45), (20, 45)], Ranges());
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), reader.Taken.Select(m => m.Entry.EntryIndex));
        Assert.Equal([(0L, 45L), (10, 45), (20, 45)], Ranges());
    }

    [Fact]
    public async Task Of_a_page_the_messages_leave_together_and_the_last_one_sees_them_off()
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task watch = Watch().RunAsync(0, 20, over.Token);
        var held = new List<bool>();
        for (int i = 0; i < 21; i++)
        {
            await reader.OfferedAsync(1, Cancel);
            held.Add(reader.WriteOptions?.Flags == WriteFlags.BufferHint);
            await reader.TakeAsync(1, Cancel);
        }

        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
        bool[] page = [.. Enumerable.Repeat(true, 9), false];
        Assert.Equal([.. page, .. page, false], held);
    }

    [Fact]
    public async Task What_came_meanwhile_is_told_after_the_word_that_it_caught_up()
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        signal.Publish(15);
        Task watch = Watch().RunAsync(0, 12, over.Token);
        await reader.TakeAsync(16, Cancel);
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
        Assert.Equal(12, reader.Taken[12].CaughtUp.TreeSize);
        Assert.Equal(
            Enumerable.Range(0, 15).Select(i => (long)i), reader.Taken.Where(m => m.Entry is not null).Select(m => m.Entry.EntryIndex));
    }

    private (long From, long To)[] Ranges() => [.. log.Reads.Select(r => (r.From, r.To))];

    private IncidentWatch Watch()
    {
        var reading = new WatchReading(log, new PublishedReference(), turns, Options.Create(options), clock);
        var all = new WatchFilter(null, IncidentStatus.Unspecified, "", "", OffenceGroup.Unspecified);
        return new IncidentWatch(reading, signal, options, clock, all, reader);
    }
}
