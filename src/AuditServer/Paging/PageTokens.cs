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

    /// <summary>The token of the page after a position.</summary>
    /// <param name="query">Method and filter in a form that differs whenever the list differs; the page size is no part of it.</param>
    /// <param name="position">The immutable key of the last row sent.</param>
    public static string Issue(string query, long position) => new PositionTokens(query).Issue(position);

    /// <summary>The token of the page after a position of several parts.</summary>
    /// <param name="query">As above.</param>
    /// <param name="position">The immutable key of the last row sent, as bytes.</param>
    public static string Issue(string query, ReadOnlySpan<byte> position)
    {
        byte[] token = new byte[QueryBytes + position.Length];
        Digest(query).CopyTo(token);
        position.CopyTo(token.AsSpan(QueryBytes));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The position after which the page begins; null for an empty token, which asks for the first page.</summary>
    /// <param name="query">As given to <see cref="Issue(string, long)"/>.</param>
    /// <param name="token">The token of the request.</param>
    /// <exception cref="Fault">INVALID_PAGE_TOKEN: not one of ours, or of another query.</exception>
    public static long? Read(string query, string token) =>
        token.Length == 0 ? null : Find(query, token) ?? throw Faults.InvalidPageToken();

    /// <summary>The position of a token; null when it is not one of ours, or of another query.</summary>
    public static long? Find(string query, string token) =>
        FindBytes(query, token) is { Length: sizeof(long) } position ? BinaryPrimitives.ReadInt64BigEndian(position) : null;

    /// <summary>As <see cref="Read"/>, for a position of several parts.</summary>
    /// <param name="query">As given to <see cref="Issue(string, ReadOnlySpan{byte})"/>.</param>
    /// <param name="token">The token of the request.</param>
    /// <exception cref="Fault">INVALID_PAGE_TOKEN: not one of ours, or of another query.</exception>
    public static byte[]? ReadBytes(string query, string token) =>
        token.Length == 0 ? null : FindBytes(query, token) ?? throw Faults.InvalidPageToken();

    private static byte[]? FindBytes(string query, string token)
    {
        byte[]? given = Decode(token);
        // Issued again and compared as text: one position has one token, whatever else decodes to the same bytes.
        return given is not null && given.AsSpan(0, QueryBytes).SequenceEqual(Digest(query)) && Issue(query, given.AsSpan(QueryBytes)) == token
            ? given[QueryBytes..]
            : null;
    }

    private static byte[]? Decode(string token)
    {
        if (!Base64Url.IsValid(token, out int length) || length < QueryBytes || token.Length != Base64Url.GetEncodedLength(length))
        {
            return null;
        }

        byte[] bytes = new byte[length];
        return Base64Url.TryDecodeFromChars(token, bytes, out int written) && written == length ? bytes : null;
    }

    /// <summary>What of a token says which query made it.</summary>
    internal static ReadOnlySpan<byte> Digest(string query) => SHA256.HashData(Encoding.UTF8.GetBytes(query)).AsSpan(0, QueryBytes);
}
