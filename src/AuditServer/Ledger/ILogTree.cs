using AuditServer.Errors;
using AuditServer.Sequencing;

namespace AuditServer.Ledger;

/// <summary>What a turn makes of the leaves of its entries.</summary>
internal interface ILogTree
{
    /// <summary>The hashes of the leaves of entries, one after the other. Any thread may ask.</summary>
    byte[] LeafHashes(IReadOnlyList<Entry> entries);

    /// <summary>Appends the leaves of a turn's entries.</summary>
    /// <param name="log">The turn.</param>
    /// <param name="leafHashes">What <see cref="LeafHashes"/> gave for all its entries, in their order.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The root of the grown tree.</returns>
    /// <exception cref="Fault">LEDGER_DAMAGED: the tiles of the log as it is do not give its root.</exception>
    ValueTask<byte[]> GrowAsync(ILogTurn log, byte[] leafHashes, CancellationToken cancel);
}
