using AuditCore.Ledger;

namespace AuditServer.Ledger;

/// <summary>What the tree needs written inside a turn.</summary>
internal interface ILedgerWrites : ITileReader
{
    /// <summary>Of how many entries the tiles are; less than the log's size only until the tree of an older log is derived.</summary>
    ValueTask<long> ReadTreeSizeAsync(CancellationToken cancel);

    /// <summary>Writes tiles, new ones or ones that have grown. A whole tile never changes again.</summary>
    ValueTask SaveTilesAsync(IReadOnlyList<HashTile> tiles, CancellationToken cancel);

    /// <summary>Adds a signed checkpoint. Of one size there is more than one only after keys were changed.</summary>
    ValueTask AddCheckpointAsync(StoredCheckpoint checkpoint, CancellationToken cancel);
}
