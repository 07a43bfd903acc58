namespace AuditServer.Incidents.Watching;

/// <summary>
/// Pages of the log that watches read at about the same time: at its end all that follow the same force ask for the same range as soon as
/// a turn is committed, and it is read and folded once for all of them. What a page says depends on the log up to its end alone; it is
/// kept only as long as others are on their way to it, so that what is erased later is not told from here.
/// </summary>
/// <param name="clock">Tells how old a page is.</param>
internal sealed class SharedPages(TimeProvider clock)
{
    private const int Most = 64;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<WatchRange, Shared> pages = [];

    /// <summary>The page of a range, read by whoever asks first.</summary>
    /// <param name="range">Which.</param>
    /// <param name="read">Reads it; not cancelled with the asker, for others wait for it too.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public Task<IReadOnlyList<ToldUpdate>> GetAsync(
        WatchRange range, Func<WatchRange, Task<IReadOnlyList<ToldUpdate>>> read, CancellationToken cancel)
    {
        lock (gate)
        {
            Forget();
            if (!pages.TryGetValue(range, out Shared? shared))
            {
                shared = new Shared(clock.GetTimestamp(), Task.Run(() => read(range), CancellationToken.None));
                if (pages.Count < Most)
                {
                    pages.Add(range, shared);
                }
            }

            return shared.Page.WaitAsync(cancel);
        }
    }

    /// <summary>A page that could not be read is nobody's after those who waited for it.</summary>
    private void Forget()
    {
        foreach ((WatchRange range, Shared shared) in pages)
        {
            if (shared.Page.IsFaulted || (shared.Page.IsCompleted && clock.GetElapsedTime(shared.Since) > Kept))
            {
                // Removing does not end the walk over a dictionary.
                pages.Remove(range);
            }
        }
    }

    private sealed record Shared(long Since, Task<IReadOnlyList<ToldUpdate>> Page);
}
