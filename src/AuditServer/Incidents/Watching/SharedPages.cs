namespace AuditServer.Incidents.Watching;

/// <summary>
/// Pages of the log that watches read at about the same time: at its end all that follow the same force ask for the same range as soon as
/// a turn is committed, and it is read and folded once for all of them. What a page says depends on the log up to its end alone. It is
/// kept for a second, for those who are on their way to it: for as long may be told from here what was erased meanwhile.
/// </summary>
/// <param name="clock">Tells how old a page is.</param>
internal sealed class SharedPages(TimeProvider clock)
{
    private const int MostKept = 64;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<WatchRange, SharedPage> pages = [];

    /// <summary>The page of a range, read by whoever asks first.</summary>
    /// <param name="range">Which.</param>
    /// <param name="read">Reads it; cancelled once nobody waits for it any more.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<IReadOnlyList<ToldUpdate>> GetAsync(
        WatchRange range, Func<WatchRange, CancellationToken, Task<IReadOnlyList<ToldUpdate>>> read, CancellationToken cancel)
    {
        SharedPage page = Join(range, read);
        try
        {
            return await page.Told.WaitAsync(cancel);
        }
        finally
        {
            Leave(range, page);
        }
    }

    private SharedPage Join(WatchRange range, Func<WatchRange, CancellationToken, Task<IReadOnlyList<ToldUpdate>>> read)
    {
        lock (gate)
        {
            Forget();
            if (!pages.TryGetValue(range, out SharedPage? page) || page.Told.IsFaulted)
            {
                pages[range] = page = new SharedPage(clock.GetTimestamp(), token => read(range, token));
                _ = ForgetLaterAsync(range, page);
            }

            page.Waiting++;
            return page;
        }
    }

    private void Leave(WatchRange range, SharedPage page)
    {
        lock (gate)
        {
            page.Waiting--;
            if (page.Waiting > 0 || page.Told.IsCompletedSuccessfully)
            {
                return;
            }

            // Nobody's any more: whoever comes later reads it again.
            page.Cancel();
            Drop(range, page);
        }
    }

    /// <summary>Lets go of a page when its time is over, though nobody asks for another: it holds histories of incidents.</summary>
    private async Task ForgetLaterAsync(WatchRange range, SharedPage page)
    {
        await Task.Delay(Kept, clock, CancellationToken.None);
        await ((Task)page.Told).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
        {
            Drop(range, page);
        }
    }

    /// <summary>Lets go of a page, unless another stands in its place already.</summary>
    private void Drop(WatchRange range, SharedPage page)
    {
        if (pages.TryGetValue(range, out SharedPage? held) && ReferenceEquals(held, page))
        {
            pages.Remove(range);
        }
    }

    /// <summary>Lets go of pages that are old, and of the oldest where there are many. One that is being read has somebody who waits.</summary>
    private void Forget()
    {
        List<(WatchRange Range, long Since)> done =
            [.. pages.Where(p => p.Value.Told.IsCompletedSuccessfully).Select(p => (p.Key, p.Value.Since)).OrderBy(p => p.Since)];
        int tooMany = pages.Count - MostKept + 1;
        foreach ((WatchRange range, _) in done.Where((p, i) => i < tooMany || clock.GetElapsedTime(p.Since) > Kept))
        {
            pages.Remove(range);
        }
    }
}
