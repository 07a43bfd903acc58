using System.Security.Cryptography;

namespace AuditCore.Sampling;

/// <summary>
/// A draw from a frame that is told unit by unit: only the units with the smallest tickets so far are kept, so a frame may be larger than
/// memory. Not for several threads at a time.
/// </summary>
/// <remarks>
/// It costs less than to hash the frame a unit after the other. Units are hashed several at once, and a unit's whole ticket (77 digits or
/// so) is made only when its first nine digits could put it among the n smallest; that is exact, because a unit is passed over only when
/// those digits are above those of the n-th smallest so far, and equal ones are compared whole.
/// </remarks>
public sealed class TicketDraw
{
    private readonly TicketHash hash;
    private readonly SmallestUnits smallest;
    private readonly SeenUnits? seen;
    private readonly string[] waiting = new string[TicketHash.Most];
    private int count;

    /// <summary>Begins a draw.</summary>
    /// <param name="seed">The seed's text, not empty; see <see cref="Seed"/>.</param>
    /// <param name="n">How many to take, at least 0. More than the frame holds takes all of it.</param>
    /// <exception cref="ArgumentException">The seed is empty or not well-formed Unicode.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public TicketDraw(string seed, int n)
        : this(seed, n, seen: null)
    {
    }

    /// <param name="seed">The seed's text.</param>
    /// <param name="n">How many to take.</param>
    /// <param name="seen">Is told of every unit; null when no unit can come twice.</param>
    internal TicketDraw(string seed, int n, SeenUnits? seen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        hash = new TicketHash(seed);
        smallest = new SmallestUnits(n);
        this.seen = seen;
    }

    /// <summary>Tells the next unit, in any order. That none comes twice is for the caller to know: it would have two chances.</summary>
    /// <param name="id">Its id, not empty; see <see cref="UnitId"/>.</param>
    /// <exception cref="ArgumentException">
    /// The id, or that of a unit told shortly before, is empty or not well-formed Unicode. The draw is of no use afterwards.
    /// </exception>
    public void Offer(string id)
    {
        waiting[count++] = id;
        if (count == waiting.Length)
            TakeWaiting();
    }

    /// <summary>The units drawn from those told so far.</summary>
    /// <returns>The units in ticket order; ids decide between equal tickets, compared ordinally.</returns>
    /// <exception cref="ArgumentException">The id of a unit told last is empty or not well-formed Unicode.</exception>
    public IReadOnlyList<DrawnUnit> InOrder()
    {
        TakeWaiting();
        return smallest.InOrder();
    }

    private void TakeWaiting()
    {
        ReadOnlySpan<string> ids = waiting.AsSpan(0, count);
        count = 0;
        Span<byte> digests = stackalloc byte[TicketHash.Most * SHA256.HashSizeInBytes];
        hash.Of(ids, digests);
        for (int i = 0; i < ids.Length; i++)
        {
            ReadOnlySpan<byte> digest = digests.Slice(i * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes);
            seen?.Add(ids[i], digest);
            smallest.Offer(ids[i], digest);
        }
    }
}
