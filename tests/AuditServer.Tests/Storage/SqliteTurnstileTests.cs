using AuditServer.Storage;
using AuditServer.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace AuditServer.Tests.Storage;

public sealed class SqliteTurnstileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-turnstile-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task One_at_a_time_passes_and_whoever_waits_passes_next()
    {
        IDisposable first = await Turnstile().EnterAsync(Cancel);
        ValueTask<IDisposable> second = Turnstile().EnterAsync(Cancel);
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task Many_at_once_all_pass_and_never_two_together()
    {
        int inside = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                for (int i = 0; i < 10; i++)
                {
                    using IDisposable place = await Turnstile().EnterAsync(Cancel);
                    Assert.Equal(1, Interlocked.Increment(ref inside));
                    await Task.Yield();
                    Interlocked.Decrement(ref inside);
                }
            },
            Cancel)));
    }

    [Fact]
    public async Task A_turnstile_that_stays_closed_is_unreachable_after_the_time_a_statement_may_take()
    {
        using IDisposable kept = await Turnstile().EnterAsync(Cancel);
        await Assert.ThrowsAsync<StorageUnreachableException>(() => Turnstile(TimeSpan.Zero).EnterAsync(Cancel).AsTask());
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        using IDisposable kept = await Turnstile().EnterAsync(Cancel);
        using var stop = new CancellationTokenSource();
        ValueTask<IDisposable> waiting = Turnstile().EnterAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.AsTask());
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_unreachable_at_once()
    {
        var nowhere = new StorageOptions { Path = Path.Combine(folder.FullName, "nowhere", "crimeaudit.db") };
        await Assert.ThrowsAsync<StorageUnreachableException>(() => new SqliteTurnstile(Options.Create(nowhere)).EnterAsync(Cancel).AsTask());
    }

    private SqliteTurnstile Turnstile(TimeSpan? timeout = null) => new(Options.Create(new StorageOptions
    {
        Path = Path.Combine(folder.FullName, "crimeaudit.db"),
        CommandTimeout = timeout ?? TimeSpan.FromSeconds(30),
    }));
}
