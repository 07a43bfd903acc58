using System.Security.Cryptography;
using AuditCore.Ledger;
using BenchmarkDotNet.Attributes;

namespace Bench.Micro;

/// <summary>An inclusion proof in a tree of a million leaves whose tiles are in memory, made and verified.</summary>
public class ProofPaths
{
    private const long Size = 1 << 20;
    private const int Turn = 1 << 10;
    private const long Stride = 648_991;
    private readonly MemoryTiles tiles = new();
    private readonly SubtreeHashes known = new();
    private readonly byte[] node = new byte[65];
    private byte[] root = [];
    private long index;

    /// <summary>Grows the tree as the server does, turn by turn.</summary>
    [GlobalSetup]
    public void Grow()
    {
        TreeFrontier frontier = TreeFrontier.Empty;
        for (long turn = 0; turn < Size / Turn; turn++)
        {
            TreeGrowth growth = frontier.Append([.. Enumerable.Range(0, Turn).SelectMany(i => Leaf((turn * Turn) + i))]);
            tiles.Keep(growth.Changed);
            frontier = growth.Frontier;
        }

        root = frontier.Root();
    }

    /// <summary>As the server does it: it lets none go that it has not verified.</summary>
    [Benchmark(Description = "inclusion proof made and verified")]
    public async Task<bool> ProveAsync()
    {
        index = (index + Stride) % Size;
        IReadOnlyList<byte[]> path = await new TreeProofs(tiles, known).InclusionAsync(index, Size, CancellationToken.None);
        return InclusionProof.Check(Leaf(index), index, Size, path, root) == ProofVerdict.Valid
            ? true
            : throw new InvalidOperationException("A proof that was made does not verify.");
    }

    /// <summary>As many hashes as the path's verification takes, and nothing else.</summary>
    [Benchmark(Baseline = true, Description = "bare SHA-256 of its 20 nodes")]
    public int Bare()
    {
        int bytes = 0;
        for (int level = 0; level < 20; level++)
        {
            bytes += SHA256.HashData(node).Length;
        }

        return bytes;
    }

    private static byte[] Leaf(long index) => SHA256.HashData(BitConverter.GetBytes(index));
}
