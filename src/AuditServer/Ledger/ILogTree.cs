using AuditServer.Errors;
using AuditServer.Sequencing;

namespace AuditServer.Ledger;

/// <summary>What a turn makes of the leaves of its entries.</summary>
internal interface ILogTree
{
    /// <summary>Appends the leaves of a turn's entries.</summary>
    /// <returns>The root of the grown tree.</returns>
    /// <exception cref="Fault">LEDGER_DAMAGED: the tiles of the log as it is do not give its root.</exception>
    ValueTask<byte[]> GrowAsync(ILogTurn log, IReadOnlyList<Entry> entries, CancellationToken cancel);
}
