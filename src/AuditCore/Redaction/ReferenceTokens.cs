using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace AuditCore.Redaction;

/// <summary>
/// Random tokens that stand in for the references of an incident when these are erased. Ordinal order decides ties between crimes, so
/// the tokens stand in the order of what they stand for; otherwise they tell nothing of it, and nothing leads back.
/// </summary>
public sealed class ReferenceTokens
{
    /// <summary>How every token begins.</summary>
    public const string Prefix = "redacted-";

    private const int Digits = 32;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly Dictionary<string, string> tokens;

    private ReferenceTokens(Dictionary<string, string> tokens)
    {
        this.tokens = tokens;
    }

    /// <summary>The token of a reference; the reference itself where it has none.</summary>
    /// <param name="reference">A reference.</param>
    public string this[string reference] => tokens.GetValueOrDefault(reference, reference);

    /// <summary>Makes the tokens of references that belong together.</summary>
    /// <param name="references">The references. What is a token already stays as it is, and the others are placed around it.</param>
    /// <param name="random">Gives 16 fresh random bytes.</param>
    /// <returns>Tokens, in the ordinal order of their references.</returns>
    public static ReferenceTokens Of(IEnumerable<string> references, Func<byte[]> random)
    {
        ArgumentNullException.ThrowIfNull(references);
        ArgumentNullException.ThrowIfNull(random);
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        var between = new List<string>();
        UInt128 low = UInt128.MinValue;
        foreach (string reference in references.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!IsToken(reference))
            {
                between.Add(reference);
                continue;
            }

            UInt128 kept = Parse(reference);
            Place(between, low, kept, random, tokens);
            low = kept;
        }

        Place(between, low, UInt128.MaxValue, random, tokens);
        return new ReferenceTokens(tokens);
    }

    /// <summary>Whether a reference is a token.</summary>
    /// <param name="reference">A reference.</param>
    public static bool IsToken(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.Length == Prefix.Length + Digits
            && reference.StartsWith(Prefix, StringComparison.Ordinal)
            && !reference.AsSpan(Prefix.Length).ContainsAnyExcept(HexDigits);
    }

    /// <summary>Gives tokens to references that stand between two others, and forgets the references.</summary>
    private static void Place(List<string> references, UInt128 low, UInt128 high, Func<byte[]> random, Dictionary<string, string> tokens)
    {
        if (references.Count == 0)
        {
            return;
        }

        UInt128 room = high - low;
        if (room <= (UInt128)references.Count)
        {
            throw new CryptographicException("Two tokens stand so close together that nothing fits between them.");
        }

        var drawn = new SortedSet<UInt128>();
        while (drawn.Count < references.Count)
        {
            // Strictly between: neither end is given again.
            drawn.Add(low + UInt128.One + (BinaryPrimitives.ReadUInt128BigEndian(random()) % (room - UInt128.One)));
        }

        foreach ((string reference, UInt128 number) in references.Zip(drawn))
        {
            tokens.Add(reference, Prefix + number.ToString("x32", CultureInfo.InvariantCulture));
        }

        references.Clear();
    }

    private static UInt128 Parse(string token) =>
        UInt128.Parse(token.AsSpan(Prefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
