namespace AuditServer.Rebuild;

/// <summary>A derived table: how it is read in order, what names a row, and what else a row holds.</summary>
/// <typeparam name="T">Its rows.</typeparam>
/// <param name="name">Its name.</param>
/// <param name="keys">The columns of its key.</param>
/// <param name="read">Reads it, in the order of <paramref name="order"/>.</param>
/// <param name="order">The order of rows by their keys; 0: the same key.</param>
/// <param name="key">The key of a row as it is told.</param>
/// <param name="columns">What else a row holds.</param>
internal sealed class DerivedTable<T>(
    string name,
    string[] keys,
    Func<IDerivedSnapshot, CancellationToken, IAsyncEnumerable<T>> read,
    Comparison<T> order,
    Func<T, string> key,
    params DerivedColumn<T>[] columns) : DerivedTable
    where T : class
{
    public override string Name => name;

    public override IEnumerable<string> Columns => keys.Concat(columns.Select(c => c.Name));

    /// <summary>Both sides are read once, side by side, so memory does not grow with them.</summary>
    public override async Task CompareAsync(
        IDerivedSnapshot stored, IDerivedSnapshot recomputed, Differences found, CancellationToken cancel)
    {
        await using IAsyncEnumerator<T> left = read(stored, cancel).GetAsyncEnumerator(cancel);
        await using IAsyncEnumerator<T> right = read(recomputed, cancel).GetAsyncEnumerator(cancel);
        T? was = await NextAsync(left, null);
        T? made = await NextAsync(right, null);
        while (was is not null || made is not null)
        {
            int place = was is null ? 1 : made is null ? -1 : order(was, made);
            if (place == 0)
            {
                Compare(was!, made!, found);
            }
            else
            {
                T alone = place < 0 ? was! : made!;
                found.Add(new Difference(name, key(alone), null, place < 0 ? "" : null, place < 0 ? null : ""));
            }

            was = place <= 0 ? await NextAsync(left, was) : was;
            made = place >= 0 ? await NextAsync(right, made) : made;
        }
    }

    private void Compare(T was, T made, Differences found)
    {
        foreach (DerivedColumn<T> column in columns)
        {
            if (column.Compare(name, key(was), was, made) is { } difference)
            {
                found.Add(difference);
            }
        }
    }

    /// <summary>An engine that ordered otherwise would make differences where there are none.</summary>
    private async ValueTask<T?> NextAsync(IAsyncEnumerator<T> rows, T? before)
    {
        if (!await rows.MoveNextAsync())
        {
            return null;
        }

        return before is null || order(before, rows.Current) < 0
            ? rows.Current
            : throw new InvalidOperationException($"{name} {key(rows.Current)} was read after {key(before)}: that is not its order.");
    }
}
