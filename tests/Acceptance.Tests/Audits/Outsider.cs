using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Acceptance.Tests.Support;

namespace Acceptance.Tests.Audits;

/// <summary>What an outsider computes from published ids and secrets, with code that shares nothing with the product.</summary>
internal static class Outsider
{
    private const int TicketLength = 64;

    public static string UnitId(string force, string reference) =>
        $"{force}/{Told.Command}/{Uri.EscapeDataString(reference)}";

    /// <summary>The seed of two reveals.</summary>
    public static string Seed(string lead, string force) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lead + force)));

    /// <summary>The units with the smallest tickets, in ticket order.</summary>
    public static IEnumerable<(string UnitId, string Ticket)> Draw(string seed, IEnumerable<string> unitIds, int size) =>
        unitIds.Select(id => (id, Ticket(seed, id))).OrderBy(t => t.Item2, StringComparer.Ordinal).Take(size);

    /// <summary>RFC 6962 root, by the recursion of its section 2.1.</summary>
    public static byte[] Root(ReadOnlySpan<string> ids)
    {
        if (ids.Length <= 1)
        {
            return SHA256.HashData(ids.Length == 0 ? [] : [0, .. Encoding.UTF8.GetBytes(ids[0])]);
        }

        int left = 1 << BitOperations.Log2((uint)(ids.Length - 1));
        return SHA256.HashData([1, .. Root(ids[..left]), .. Root(ids[left..])]);
    }

    /// <summary>Decimal digits of the hash, least significant first, padded.</summary>
    private static string Ticket(string seed, string unitId)
    {
        string seedHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));
        var number = new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes(seedHash + unitId)), isUnsigned: true, isBigEndian: true);
        char[] digits = number.ToString(CultureInfo.InvariantCulture).ToCharArray();
        Array.Reverse(digits);
        return new string(digits).PadRight(TicketLength, '0');
    }
}
