using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AuditCore.Hashing;

/// <summary>
/// SHA-256 of several messages at once, one in each lane of a vector (FIPS 180-4, §6.2). For messages of a block or two the platform's
/// function spends more on being called than on hashing.
/// </summary>
/// <remarks>
/// What is done for each block is compiled well at once. Before that each operation on a vector is a call, and what a server proves and
/// draws first would take it many times as long.
/// </remarks>
internal static class Sha256Lanes
{
    /// <summary>Messages hashed at once at most.</summary>
    public const int Most = 8;

    /// <summary>Bytes of a block.</summary>
    public const int BlockBytes = 64;

    /// <summary>Words of a block.</summary>
    public const int BlockWords = BlockBytes / sizeof(uint);

    /// <summary>Words of a state, and of a digest.</summary>
    public const int StateWords = 8;

    /// <summary>Words of a message schedule.</summary>
    public const int Rounds = 64;

    /// <summary>Whether the machine has such vectors; without them it is slower than a hash after the other.</summary>
    public static bool IsSupported => Vector256.IsHardwareAccelerated;

    // FIPS 180-4, §5.3.3.
    private static ReadOnlySpan<uint> Initial =>
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    // FIPS 180-4, §4.2.2.
    private static ReadOnlySpan<uint> Constants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The states in which messages begin.</summary>
    /// <param name="state">Where they go, <see cref="StateWords"/> words.</param>
    public static void Begin(Span<Vector256<uint>> state)
    {
        for (int i = 0; i < StateWords; i++)
        {
            state[i] = Vector256.Create(Initial[i]);
        }
    }

    /// <summary>Puts a block into a lane.</summary>
    /// <param name="block">The block, 64 bytes.</param>
    /// <param name="schedule">The message schedule.</param>
    /// <param name="lane">The lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PutBlock(ReadOnlySpan<byte> block, Span<Vector256<uint>> schedule, int lane)
    {
        Span<uint> words = MemoryMarshal.Cast<Vector256<uint>, uint>(schedule);
        for (int i = 0; i < BlockWords; i++)
        {
            words[(i * Most) + lane] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * sizeof(uint))..]);
        }
    }

    /// <summary>Writes the digest of a message.</summary>
    /// <param name="state">The states behind the last block.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="digest">Where its digest goes, 32 bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(ReadOnlySpan<Vector256<uint>> state, int lane, Span<byte> digest)
    {
        for (int i = 0; i < StateWords; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(digest[(i * sizeof(uint))..], state[i][lane]);
        }
    }

    /// <summary>Takes a block of each message into its state.</summary>
    /// <param name="state">The states.</param>
    /// <param name="w">Room for the message schedule, <see cref="Rounds"/> words, of which the first sixteen are the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compress(Span<Vector256<uint>> state, Span<Vector256<uint>> w)
    {
        for (int t = BlockWords; t < Rounds; t++)
        {
            Vector256<uint> early = w[t - 15];
            Vector256<uint> late = w[t - 2];
            w[t] = w[t - 16] + (Right(early, 7) ^ Right(early, 18) ^ (early >>> 3)) + w[t - 7] + (Right(late, 17) ^ Right(late, 19) ^ (late >>> 10));
        }

        (Vector256<uint> a, Vector256<uint> b, Vector256<uint> c, Vector256<uint> d) = (state[0], state[1], state[2], state[3]);
        (Vector256<uint> e, Vector256<uint> f, Vector256<uint> g, Vector256<uint> h) = (state[4], state[5], state[6], state[7]);
        for (int t = 0; t < Rounds; t++)
        {
            Vector256<uint> first = h + (Right(e, 6) ^ Right(e, 11) ^ Right(e, 25)) + ((e & f) ^ (~e & g)) + Vector256.Create(Constants[t]) + w[t];
            Vector256<uint> second = (Right(a, 2) ^ Right(a, 13) ^ Right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Right(Vector256<uint> words, int bits) => (words >>> bits) | (words << (32 - bits));
}
