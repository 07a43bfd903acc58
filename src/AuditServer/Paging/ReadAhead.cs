using System.Runtime.CompilerServices;

namespace AuditServer.Paging;

/// <summary>
/// Walks pages of which the next is read while the last is told. However slow the reader is, no more than two are held: the one that is
/// told, and the one after it.
/// </summary>
internal static class ReadAhead
{
    /// <summary>The pages in their order.</summary>
    /// <param name="read">Reads the next page, on another thread; null behind the last. One is read at a time.</param>
    /// <param name="cancel">Ends the walk, and what is being read.</param>
    public static async IAsyncEnumerable<TPage> WalkAsync<TPage>(
        Func<CancellationToken, Task<TPage?>> read, [EnumeratorCancellation] CancellationToken cancel)
        where TPage : class
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task<TPage?> next = Task.Run(() => read(left.Token), left.Token);
        try
        {
            while (await next is { } page)
            {
                next = Task.Run(() => read(left.Token), left.Token);
                yield return page;
            }
        }
        finally
        {
            await left.CancelAsync();
            // Who leaves early has no use for the page that was being read, nor for why it could not be.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The pages of one reading in their order.</summary>
    /// <param name="reading">The reading, which goes on on another thread. Who leaves early waits for the page that is being read.</param>
    /// <param name="cancel">Ends the walk, and what is being read.</param>
    public static async IAsyncEnumerable<TPage> WalkAsync<TPage>(
        IAsyncEnumerable<TPage> reading, [EnumeratorCancellation] CancellationToken cancel)
        where TPage : class
    {
        await using IAsyncEnumerator<TPage> pages = reading.GetAsyncEnumerator(cancel);
        await foreach (TPage page in WalkAsync(async _ => await pages.MoveNextAsync() ? pages.Current : null, cancel))
        {
            yield return page;
        }
    }
}
