using System.Buffers.Binary;
using System.Globalization;

namespace CrimeAudit.Client;

/// <summary>
/// The bytes of a segment. All numbers are little-endian. A segment begins with <c>CASPOOL1</c>, the number of its first update (8 bytes)
/// and the CRC-32C of these 16 bytes. A record is: length of the update (4), CRC-32C of the update's number (8 bytes) and that length (4),
/// CRC-32C of the update (4), the update as Protobuf. The number is not stored: it follows from the place, so that a record that stands at
/// another one does not pass. The length has a sum of its own: otherwise a damaged length could look like a record that was never finished.
/// </summary>
internal static class SpoolFormat
{
    public const int FileHeader = 20;
    public const int RecordHeader = 12;
    public const string Extension = ".spool";

    private const int FileHeaderSummed = 16;
    private static readonly byte[] Magic = "CASPOOL1"u8.ToArray();

    /// <summary>Names sort as the numbers do.</summary>
    public static string FileName(long first) => first.ToString("D19", CultureInfo.InvariantCulture) + Extension;

    public static void WriteFileHeader(Span<byte> header, long first)
    {
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt64LittleEndian(header[Magic.Length..], first);
        BinaryPrimitives.WriteUInt32LittleEndian(header[FileHeaderSummed..], Crc32C.Of(header[..FileHeaderSummed]));
    }

    /// <summary>The number of a segment's first update; null: this is no header.</summary>
    public static long? ReadFileHeader(ReadOnlySpan<byte> header) =>
        header[..Magic.Length].SequenceEqual(Magic)
        && BinaryPrimitives.ReadUInt32LittleEndian(header[FileHeaderSummed..]) == Crc32C.Of(header[..FileHeaderSummed])
            ? BinaryPrimitives.ReadInt64LittleEndian(header[Magic.Length..])
            : null;

    public static void WriteRecordHeader(Span<byte> header, long number, ReadOnlySpan<byte> update)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)update.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], HeaderSum(number, (uint)update.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], Crc32C.Of(update));
    }

    /// <summary>Length and sum of the update that follows; null: this is not the header of that number's record.</summary>
    public static (int Length, uint Sum)? ReadRecordHeader(ReadOnlySpan<byte> header, long number)
    {
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        return length <= int.MaxValue && BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) == HeaderSum(number, length)
            ? ((int)length, BinaryPrimitives.ReadUInt32LittleEndian(header[8..]))
            : null;
    }

    private static uint HeaderSum(long number, uint length)
    {
        Span<byte> summed = stackalloc byte[12];
        BinaryPrimitives.WriteInt64LittleEndian(summed, number);
        BinaryPrimitives.WriteUInt32LittleEndian(summed[8..], length);
        return Crc32C.Of(summed);
    }
}
