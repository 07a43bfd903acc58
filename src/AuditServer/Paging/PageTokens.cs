using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AuditServer.Errors;

namespace AuditServer.Paging;

/// <summary>
/// Page tokens: where the page before ended, bound to the query that made them, so that a token cannot be carried over
/// to another filter and silently skip or repeat rows. A token holds no secret and needs no memory on the server.
/// </summary>
internal static class PageTokens
{
    private const int QueryBytes = 16;
    private const int Length = QueryBytes + sizeof(long);

    /// <summary>The token of the page after a position.</summary>
    /// <param name="query">Method and filter in a form that differs whenever the list differs; the page size is no part of it.</param>
    /// <param name="position">The immutable key of the last row sent.</param>
    public static string Issue(string query, long position)
    {
        Span<byte> token = stackalloc byte[Length];
        Digest(query, token);
        BinaryPrimitives.WriteInt64BigEndian(token[QueryBytes..], position);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The position after which the page begins; null for an empty token, which asks for the first page.</summary>
    /// <param name="query">As given to <see cref="Issue"/>.</param>
    /// <param name="token">The token of the request.</param>
    /// <exception cref="Fault">INVALID_PAGE_TOKEN: not one of ours, or of another query.</exception>
    public static long? Read(string query, string token) =>
        token.Length == 0 ? null : Find(query, token) ?? throw Faults.InvalidPageToken();

    /// <summary>The position of a token; null when it is not one of ours, or of another query.</summary>
    public static long? Find(string query, string token)
    {
        Span<byte> expected = stackalloc byte[Length];
        Digest(query, expected);
        byte[]? given = Decode(token);
        // Issued again and compared as text: one position has one token, whatever else decodes to the same bytes.
        return given is not null && given.AsSpan(0, QueryBytes).SequenceEqual(expected[..QueryBytes]) &&
            Issue(query, Position(given)) == token
                ? Position(given)
                : null;
    }

    private static long Position(byte[] token) => BinaryPrimitives.ReadInt64BigEndian(token.AsSpan(QueryBytes));

    private static byte[]? Decode(string token)
    {
        byte[] bytes = new byte[Length];
        return token.Length == Base64Url.GetEncodedLength(Length) && Base64Url.IsValid(token, out int length) && length == Length &&
            Base64Url.TryDecodeFromChars(token, bytes, out int written) && written == Length
                ? bytes
                : null;
    }

    private static void Digest(string query, Span<byte> into) => SHA256.HashData(Encoding.UTF8.GetBytes(query)).AsSpan(0, QueryBytes).CopyTo(into);
}
