using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using AuditCore.Hashing;

namespace AuditCore.Sampling;

/// <summary>
/// Hashes several ids under one seed at once (<see cref="Sha256Lanes"/>). The seed fills the first block of each message, so that is
/// hashed once for all; what is left of most ids is one block. Not for several threads at a time.
/// </summary>
internal sealed class TicketLanes
{
    private readonly Vector256<uint>[] afterSeed = new Vector256<uint>[Sha256Lanes.StateWords];
    private readonly PaddedId[] padded = new PaddedId[Sha256Lanes.Most];

    /// <param name="seed">What stands before each id: <see cref="TicketHash.SeedBytes"/> bytes, one block.</param>
    public TicketLanes(ReadOnlySpan<byte> seed)
    {
        Span<Vector256<uint>> schedule = stackalloc Vector256<uint>[Sha256Lanes.Rounds];
        for (int lane = 0; lane < padded.Length; lane++)
        {
            Sha256Lanes.PutBlock(seed, schedule, lane);
            padded[lane] = new PaddedId();
        }
        Sha256Lanes.Begin(afterSeed);
        Sha256Lanes.Compress(afterSeed, schedule);
    }

    /// <summary>Writes the digests of ids.</summary>
    /// <param name="ids">The ids, up to <see cref="Sha256Lanes.Most"/>, of any lengths.</param>
    /// <param name="digests">Where their digests go, 32 bytes each.</param>
    /// <exception cref="ArgumentException">An id is empty or not well-formed Unicode.</exception>
    public void Hash(ReadOnlySpan<string> ids, Span<byte> digests)
    {
        int blocks = 0;
        for (int lane = 0; lane < ids.Length; lane++)
        {
            padded[lane].Put(ids[lane]);
            blocks = Math.Max(blocks, padded[lane].Blocks);
        }
        Span<Vector256<uint>> state = stackalloc Vector256<uint>[Sha256Lanes.StateWords];
        afterSeed.CopyTo(state);
        Span<Vector256<uint>> schedule = stackalloc Vector256<uint>[Sha256Lanes.Rounds];
        for (int block = 0; block < blocks; block++)
        {
            Take(block, ids.Length, state, schedule, digests);
        }
    }

    /// <summary>Hashes a block of each id that has so many, and writes the digests of those of which it is the last.</summary>
    private void Take(int block, int ids, Span<Vector256<uint>> state, Span<Vector256<uint>> schedule, Span<byte> digests)
    {
        for (int lane = 0; lane < ids; lane++)
        {
            if (block < padded[lane].Blocks)
                Sha256Lanes.PutBlock(padded[lane].Block(block), schedule, lane);
        }
        Sha256Lanes.Compress(state, schedule);
        for (int lane = 0; lane < ids; lane++)
        {
            if (block == padded[lane].Blocks - 1)
                Sha256Lanes.Write(state, lane, digests.Slice(lane * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes));
        }
    }
}
