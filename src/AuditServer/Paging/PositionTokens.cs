using System.Buffers.Binary;
using System.Buffers.Text;

namespace AuditServer.Paging;

/// <summary>The tokens of one query, for those who issue very many of them: a watch does with each message.</summary>
/// <param name="query">As given to <see cref="PageTokens.Issue(string, long)"/>.</param>
internal sealed class PositionTokens(string query)
{
    private readonly byte[] digest = PageTokens.Digest(query).ToArray();

    /// <summary>The token of the page after a position, as <see cref="PageTokens.Issue(string, long)"/> makes it.</summary>
    /// <param name="position">The immutable key of the last row sent.</param>
    public string Issue(long position)
    {
        Span<byte> token = stackalloc byte[digest.Length + sizeof(long)];
        digest.CopyTo(token);
        BinaryPrimitives.WriteInt64BigEndian(token[digest.Length..], position);
        return Base64Url.EncodeToString(token);
    }
}
