using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Overdue;

/// <summary>Somebody who watches overdue crimes: what was listed at first, then one thing after the other.</summary>
internal sealed class OverdueWatcher : IAsyncDisposable
{
    private readonly IAsyncEnumerator<WatchOverdueResponse> told;

    private OverdueWatcher(IAsyncEnumerable<WatchOverdueResponse> watched, CancellationToken cancel) => told = watched.GetAsyncEnumerator(cancel);

    /// <summary>How the list began.</summary>
    public OverdueBegun Begun { get; private set; } = new();

    /// <summary>What was in the list, worst first.</summary>
    public IReadOnlyList<string> Listed { get; private set; } = [];

    /// <summary>Begins to watch a force, or all, and reads the list.</summary>
    public static Task<OverdueWatcher> BeginAsync(CrimeAuditClient client, string force, CancellationToken cancel) =>
        BeginAsync(client, new WatchOverdueRequest { Force = force }, cancel);

    /// <summary>Begins to watch, and reads the list.</summary>
    public static async Task<OverdueWatcher> BeginAsync(CrimeAuditClient client, WatchOverdueRequest request, CancellationToken cancel)
    {
        var watcher = new OverdueWatcher(client.Incidents.WatchOverdueAsync(request, cancellationToken: cancel), cancel);
        await watcher.ReadListAsync();
        return watcher;
    }

    /// <summary>Reads a list from its beginning to caught-up.</summary>
    public async Task ReadListAsync()
    {
        Begun = (await NextAsync()).Begun;
        var listed = new List<string>();
        for (WatchOverdueResponse next = await NextAsync(); next.CaughtUp is null; next = await NextAsync())
        {
            listed.Add(next.Listed.AllegedRef);
        }

        Listed = listed;
    }

    /// <summary>What is told next, heartbeats and freshness left out.</summary>
    public async Task<WatchOverdueResponse> NextAsync()
    {
        WatchOverdueResponse next;
        do
        {
            next = await AnyAsync();
        }
        while (next.Heartbeat is not null || next.Freshness is not null);
        return next;
    }

    /// <summary>The systems that are silent, from when it is told next that they changed.</summary>
    public async Task<string[]> StaleAsync()
    {
        WatchOverdueResponse next;
        do
        {
            next = await AnyAsync();
        }
        while (next.Freshness is null);
        return SilentOf(next.Freshness);
    }

    /// <summary>The systems that are silent, from the next heartbeat.</summary>
    public async Task<string[]> StaleAtHeartbeatAsync()
    {
        WatchOverdueResponse next;
        do
        {
            next = await AnyAsync();
        }
        while (next.Heartbeat is null);
        return SilentOf(Assert.Single(next.Heartbeat.Freshness));
    }

    /// <summary>What is told next, in short: <c>passed a1</c>.</summary>
    public async Task<string> NewsAsync() => await NextAsync() switch
    {
        { Listed: { } crime } => $"listed {crime.AllegedRef}",
        { Passed: { } crime } => $"passed {crime.AllegedRef}",
        { Resolved: { } resolved } => $"resolved {resolved.Crime.AllegedRef}",
        var other => other.EventCase.ToString(),
    };

    /// <summary>What is told next.</summary>
    public async Task<WatchOverdueResponse> AnyAsync()
    {
        Assert.True(await told.MoveNextAsync());
        return told.Current;
    }

    private static string[] SilentOf(ForceFreshness force) => [.. force.Sources.Where(s => s.Stale).Select(s => s.SourceSystem)];

    public ValueTask DisposeAsync() => told.DisposeAsync();
}
