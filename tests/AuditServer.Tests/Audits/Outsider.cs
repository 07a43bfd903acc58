using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace AuditServer.Tests.Audits;

/// <summary>What an outsider computes from ids and seed alone, with code that shares nothing with the product.</summary>
internal static class Outsider
{
    /// <summary>RFC 6962 root, by the recursion of its section 2.1.</summary>
    public static byte[] Root(IReadOnlyList<string> ids) => ids.Count switch
    {
        0 => SHA256.HashData([]),
        1 => SHA256.HashData([0, .. Encoding.UTF8.GetBytes(ids[0])]),
        _ => Node(ids),
    };

    /// <summary>The ticket: decimal digits of the hash, least significant first, padded to 64.</summary>
    public static string Ticket(string seed, string id)
    {
        string seedHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));
        var number = new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes(seedHash + id)), isUnsigned: true, isBigEndian: true);
        char[] digits = number.ToString(System.Globalization.CultureInfo.InvariantCulture).ToCharArray();
        Array.Reverse(digits);
        return new string(digits).PadRight(64, '0');
    }

    private static byte[] Node(IReadOnlyList<string> ids)
    {
        int left = 1;
        while (left * 2 < ids.Count)
        {
            left *= 2;
        }

        return SHA256.HashData([1, .. Root([.. ids.Take(left)]), .. Root([.. ids.Skip(left)])]);
    }
}
