using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AuditCli.Import.Rows;

/// <summary>
/// Identities of rows that have none: 32 hex digits of the SHA-256 of the raw row, and its place among the identical rows
/// of the file, from 1. Byte-identical rows are separate rows; the same file gives the same identities.
/// </summary>
internal sealed class RowHashes
{
    private const int BytesUsed = 16;

    // Counted by half of the digits to halve the memory, about 30 bytes a row. Rows that differ and meet here only skip an
    // ordinal, and do so every time: their identities stay different and stay the same.
    private readonly Dictionary<ulong, int> counts = [];

    public string Next(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row, hash);
        ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, BinaryPrimitives.ReadUInt64BigEndian(hash), out _);
        count++;
        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(hash[..BytesUsed])}-{count}");
    }
}
