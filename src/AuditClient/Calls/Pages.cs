using System.Runtime.CompilerServices;

namespace CrimeAudit.Client;

/// <summary>Walks the pages of a list by their tokens.</summary>
internal static class Pages
{
    /// <param name="read">Reads the page of a token; the first token is the one to begin with.</param>
    /// <param name="token">Where to begin; empty: at the beginning.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="next">The token of the page after; empty on the last.</param>
    /// <param name="cancel">Ends the walk.</param>
    public static async IAsyncEnumerable<TItem> WalkAsync<TPage, TItem>(
        Func<string, CancellationToken, Task<TPage>> read,
        string token,
        Func<TPage, IEnumerable<TItem>> items,
        Func<TPage, string> next,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        do
        {
            TPage page = await read(token, cancel).ConfigureAwait(false);
            foreach (TItem item in items(page))
            {
                yield return item;
            }

            token = next(page);
        }
        while (token.Length > 0);
    }
}
