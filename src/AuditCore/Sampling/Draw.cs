namespace AuditCore.Sampling;

/// <summary>Draws samples: the units with the smallest tickets.</summary>
/// <remarks>A draw of n is the start of a draw of any more, so a sample is extended by taking more: earlier picks never change.</remarks>
public static class Draw
{
    /// <summary>Takes the first units of a frame in ticket order.</summary>
    /// <param name="seed">The seed's text, not empty; see <see cref="Seed"/>.</param>
    /// <param name="ids">The frame's unit ids, none empty, none twice; read once, in any order.</param>
    /// <param name="n">How many to take, at least 0. More than the frame holds takes all of it.</param>
    /// <returns>The units drawn, in ticket order; ids decide between equal tickets, compared ordinally.</returns>
    /// <exception cref="ArgumentException">The seed or an id is empty or not well-formed Unicode, or an id is in the frame twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static IReadOnlyList<DrawnUnit> Take(string seed, IEnumerable<string> ids, int n)
    {
        ArgumentNullException.ThrowIfNull(ids);
        SeenUnits seen = new(ids.TryGetNonEnumeratedCount(out int count) ? count : 0);
        TicketDraw draw = new(seed, n, seen);
        foreach (string id in ids)
            draw.Offer(id);
        IReadOnlyList<DrawnUnit> drawn = draw.InOrder();
        return seen.FirstRepeated() is string repeated
            ? throw new ArgumentException($"The frame holds '{repeated}' twice; every unit must have the same chance.", nameof(ids))
            : drawn;
    }
}
