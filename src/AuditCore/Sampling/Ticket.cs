using System.Security.Cryptography;

namespace AuditCore.Sampling;

/// <summary>
/// The number that a seed gives a unit and that decides whether the unit is drawn. It depends on the seed and the unit's id alone, never
/// on the other units, their order, the machine or its culture; anyone can compute it again.
/// </summary>
/// <remarks>
/// Rivest's consistent sampling (arXiv:1808.10016; reference implementation consistent_sampler): the decimal digits, least significant
/// first, of SHA-256(seedHash ‖ id), where seedHash is the lower-case hexadecimal SHA-256 of the seed, all as UTF-8; padded with zeros to
/// 64 digits, and compared as text. Read as "0." and the digits, it is a fraction spread evenly over 0 to 1.
/// </remarks>
public readonly record struct Ticket : IComparable<Ticket>
{
    private readonly string? digits;

    private Ticket(string digits) => this.digits = digits;

    /// <summary>The decimal digits, least significant first: 64 to 78 of them.</summary>
    public string Text => digits ?? "";

    /// <summary>Whether one ticket is drawn before another.</summary>
    /// <param name="left">A ticket.</param>
    /// <param name="right">A ticket.</param>
    /// <returns>True when <paramref name="left"/> comes first.</returns>
    public static bool operator <(Ticket left, Ticket right) => left.CompareTo(right) < 0;

    /// <summary>Whether one ticket is drawn after another.</summary>
    /// <param name="left">A ticket.</param>
    /// <param name="right">A ticket.</param>
    /// <returns>True when <paramref name="left"/> comes last.</returns>
    public static bool operator >(Ticket left, Ticket right) => left.CompareTo(right) > 0;

    /// <summary>Whether one ticket is drawn before another or is the same.</summary>
    /// <param name="left">A ticket.</param>
    /// <param name="right">A ticket.</param>
    /// <returns>True unless <paramref name="left"/> comes last.</returns>
    public static bool operator <=(Ticket left, Ticket right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one ticket is drawn after another or is the same.</summary>
    /// <param name="left">A ticket.</param>
    /// <param name="right">A ticket.</param>
    /// <returns>True unless <paramref name="left"/> comes first.</returns>
    public static bool operator >=(Ticket left, Ticket right) => left.CompareTo(right) >= 0;

    /// <summary>The ticket of one unit.</summary>
    /// <param name="seed">The seed's text, not empty.</param>
    /// <param name="id">The unit's id, not empty; see <see cref="UnitId"/>.</param>
    /// <returns>Its ticket.</returns>
    /// <exception cref="ArgumentException">The seed or the id is empty, or is not well-formed Unicode.</exception>
    public static Ticket Of(string seed, string id)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        new TicketHash(seed).Of(id, digest);
        return FromDigest(digest);
    }

    /// <summary>Orders tickets as text, character by character.</summary>
    /// <param name="other">Another ticket.</param>
    /// <returns>Negative when this one is drawn first.</returns>
    public int CompareTo(Ticket other) => string.CompareOrdinal(Text, other.Text);

    /// <summary>The digits.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;

    /// <summary>The ticket of a digest of 32 bytes.</summary>
    internal static Ticket FromDigest(ReadOnlySpan<byte> digest) => new(TicketDigits.All(digest));
}
