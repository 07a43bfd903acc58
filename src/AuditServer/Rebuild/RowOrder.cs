using System.Runtime.CompilerServices;

namespace AuditServer.Rebuild;

/// <summary>Puts rows in order where engines would order text each in its own way.</summary>
internal static class RowOrder
{
    /// <summary>All rows in order. They are held in memory: for tables that stay small.</summary>
    public static IAsyncEnumerable<T> SortedAsync<T>(this IAsyncEnumerable<T> rows, Comparison<T> order, CancellationToken cancel) =>
        rows.SortedWithinAsync(static _ => 0, order, cancel);

    /// <summary>Rows that come group by group, each group in order. A group is held in memory.</summary>
    public static async IAsyncEnumerable<T> SortedWithinAsync<T, TGroup>(
        this IAsyncEnumerable<T> rows, Func<T, TGroup> group, Comparison<T> order, [EnumeratorCancellation] CancellationToken cancel)
        where TGroup : IEquatable<TGroup>
    {
        var held = new List<T>();
        await foreach (T row in rows.WithCancellation(cancel))
        {
            if (held.Count > 0 && !group(held[0]).Equals(group(row)))
            {
                held.Sort(order);
                foreach (T sorted in held)
                {
                    yield return sorted;
                }

                held.Clear();
            }

            held.Add(row);
        }

        held.Sort(order);
        foreach (T sorted in held)
        {
            yield return sorted;
        }
    }
}
