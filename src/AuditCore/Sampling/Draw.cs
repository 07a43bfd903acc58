using System.Security.Cryptography;

namespace AuditCore.Sampling;

/// <summary>Draws samples: the units with the smallest tickets.</summary>
/// <remarks>
/// A draw of n is the start of a draw of any more, so a sample is extended by taking more: earlier picks never change. It costs little
/// more than hashing the frame once. A unit's whole ticket (77 digits or so) is made only when its first nine digits could put it among
/// the n smallest; that is exact, because a unit is passed over only when those digits are above those of the n-th smallest so far, and
/// equal ones are compared whole.
/// </remarks>
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
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        TicketHash hash = new(seed);
        SeenUnits seen = new(ids.TryGetNonEnumeratedCount(out int count) ? count : 0);
        SmallestUnits smallest = new(n);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (string id in ids)
        {
            hash.Of(id, digest);
            seen.Add(id, digest);
            smallest.Offer(id, digest);
        }
        return seen.FirstRepeated() is string repeated
            ? throw new ArgumentException($"The frame holds '{repeated}' twice; every unit must have the same chance.", nameof(ids))
            : smallest.InOrder();
    }
}
