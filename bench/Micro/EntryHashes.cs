using System.Security.Cryptography;
using AuditCore.Ledger;
using AuditServer.Sequencing;
using Bench.Load;
using BenchmarkDotNet.Attributes;
using Google.Protobuf;

namespace Bench.Micro;

/// <summary>What makes an update provable before the tree: its digest, its leaf text and the leaf's hash.</summary>
public class EntryHashes
{
    private readonly byte[] salt = new byte[16];
    private readonly byte[] payload = SampleUpdates.Take(1).Single().ToByteArray();
    private readonly byte[] both;
    private readonly byte[] leaf;

    /// <summary>Takes the first sample update.</summary>
    public EntryHashes()
    {
        both = [.. salt, .. payload];
        leaf = Leaf(SHA256.HashData(both));
    }

    /// <summary>As the server does it.</summary>
    [Benchmark(Description = "digest, leaf text and leaf hash of an update")]
    public byte[] Entry() => TreeHash.Leaf(Leaf(EntryDigest.Of(salt, payload)));

    /// <summary>The same bytes hashed, and nothing else.</summary>
    [Benchmark(Baseline = true, Description = "bare SHA-256 of the same bytes")]
    public int Bare() => SHA256.HashData(both).Length + SHA256.HashData(leaf).Length;

    private static byte[] Leaf(byte[] digest) => LeafText.Of(SampleUpdates.Force, "storm", "URN-00000000-opened", "update", 1_500_000_000_000_000, digest);
}
