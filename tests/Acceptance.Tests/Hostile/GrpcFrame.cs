using System.Buffers.Binary;
using System.IO.Compression;

namespace Acceptance.Tests.Hostile;

/// <summary>A message as gRPC frames it: whether it is compressed, how long it is, and its bytes. Each may be a lie.</summary>
internal static class GrpcFrame
{
    private const int PrefixBytes = 5;

    /// <summary>A frame.</summary>
    /// <param name="message">The bytes in it.</param>
    /// <param name="flag">1: compressed.</param>
    /// <param name="length">How long it says it is; null: the truth.</param>
    public static byte[] Of(byte[] message, byte flag = 0, uint? length = null)
    {
        byte[] frame = new byte[PrefixBytes + message.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length ?? (uint)message.Length);
        message.CopyTo(frame, PrefixBytes);
        return frame;
    }

    /// <summary>So many bytes of zero as gzip has them: a thousandth of their number.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] block = new byte[1024 * 1024];
            for (int i = 0; i < megabytes; i++)
            {
                gzip.Write(block);
            }
        }

        return packed.ToArray();
    }
}
