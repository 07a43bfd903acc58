using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace Bench.Tree;

/// <summary>No tree: nothing is hashed into one, no tile is written, nothing is signed. What a log costs that proves nothing.</summary>
internal sealed class NoTree : ILogTree
{
    public ValueTask<byte[]> GrowAsync(ILogTurn log, IReadOnlyList<Entry> entries, CancellationToken cancel) => ValueTask.FromResult(log.Head.Root!);
}
