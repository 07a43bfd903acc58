using AuditServer.Commands;
using AuditServer.Moving;
using AuditServer.Replay;
using AuditServer.Sequencing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AuditServer.Tests.Moving;

public sealed class ReplayTests(ExportedLog log) : IClassFixture<ExportedLog>, IAsyncLifetime
{
    private readonly Databases databases = new();
    private IHost? host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LogReplay Replay => host!.Services.GetRequiredService<LogReplay>();

    private ILogReads Reads => host!.Services.GetRequiredService<ILogReads>();

    public async ValueTask InitializeAsync()
    {
        host = VerbHost.Build([$"--CrimeAudit:Storage:Path={databases.PathOf("replayed.db")}"]);
        await host.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await host!.StopAsync(Cancel);
        host.Dispose();
        databases.Dispose();
    }

    [Fact]
    public async Task Entries_that_do_not_begin_where_the_log_ends_are_not_written()
    {
        await Replay.WriteAsync([log.Entry(0), log.Entry(1)], KnownRedactions.None, Cancel);
        LogMovedException moved = await Assert.ThrowsAsync<LogMovedException>(() => Replay.WriteAsync([log.Entry(1), log.Entry(2)], KnownRedactions.None, Cancel));
        Assert.Contains("something else writes to it", moved.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LogMovedException>(() => Replay.WriteAsync([log.Entry(3)], KnownRedactions.None, Cancel));
        Assert.Equal(2, (await Reads.FindHeadAsync(Cancel))!.Value.Size);
    }

    [Fact]
    public async Task An_import_that_is_stopped_between_turns_goes_on_where_it_stood()
    {
        string file = databases.Write("log.jsonl", log.Text);
        using var stop = new CancellationTokenSource();
        await Replay.WriteAsync([log.Entry(0), log.Entry(1), log.Entry(2)], KnownRedactions.None, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Replay.WriteAsync([log.Entry(3)], KnownRedactions.None, stop.Token));

        LogImport import = host!.Services.GetRequiredService<LogImport>();
        MovedLog moved = await import.RunAsync(file, new MoveProgress(TextWriter.Null, TimeProvider.System), Cancel);
        Assert.Equal((ExportedLog.Size, ExportedLog.Size - 3), (moved.Size, moved.Added));
        IReadOnlyList<StoredEntry> entries = await Reads.ReadAsync(0, 100, Cancel);
        Assert.Equal(ExportedLog.Size, entries.Count);
        Assert.All(entries, e => Assert.True(e.IsSameAs(log.Entry((int)e.Index))));
    }

    [Fact]
    public async Task A_page_of_the_log_holds_what_was_asked_for_and_nothing_past_its_end()
    {
        await Replay.WriteAsync([.. Enumerable.Range(0, ExportedLog.Size).Select(log.Entry)], KnownRedactions.None, Cancel);
        Assert.Equal([2L, 3L, 4L], (await Reads.ReadAsync(2, 3, Cancel)).Select(e => e.Index));
        Assert.Equal([(long)ExportedLog.Last], (await Reads.ReadAsync(ExportedLog.Last, 3, Cancel)).Select(e => e.Index));
        Assert.Empty(await Reads.ReadAsync(ExportedLog.Size, 3, Cancel));
    }
}
