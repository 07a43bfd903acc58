using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace Bench.Tree;

/// <summary>No tree: nothing is hashed into one, no tile is written, nothing is signed. What a log costs that proves nothing.</summary>
internal sealed class NoTree : ILogTree
{
    public byte[] LeafHashes(IReadOnlyList<Entry> entries) => [];

    public ValueTask<byte[]> GrowAsync(ILogTurn log, byte[] leafHashes, CancellationToken cancel) => ValueTask.FromResult(log.Head.Root!);
}
