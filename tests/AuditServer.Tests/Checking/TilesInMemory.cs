using AuditCore.Ledger;
using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Tests.Checking;

/// <summary>The tiles of a tree, and nothing else of a log.</summary>
internal sealed class TilesInMemory : ILedgerSnapshot
{
    private readonly SortedDictionary<(int Level, long Index), byte[]> tiles = [];

    public TilesInMemory(byte[][] leafHashes)
    {
        TreeGrowth grown = TreeFrontier.Empty.Append([.. leafHashes.SelectMany(h => h)]);
        foreach (HashTile tile in grown.Changed)
        {
            tiles.Add((tile.Id.Level, tile.Id.Index), tile.Hashes.ToArray());
        }

        Head = new LogHead(leafHashes.Length, 0, grown.Frontier.Root());
    }

    public LogHead Head { get; }

    /// <summary>A hash of a tile.</summary>
    public string Hash(TileId id, int place) => Convert.ToHexStringLower(tiles[(id.Level, id.Index)].AsSpan(place * TreeHash.Bytes, TreeHash.Bytes));

    /// <summary>Changes a hash of a tile.</summary>
    /// <returns>What it was.</returns>
    public string Change(TileId id, int place)
    {
        string before = Hash(id, place);
        tiles[(id.Level, id.Index)][place * TreeHash.Bytes] ^= 1;
        return before;
    }

    /// <summary>Removes a tile.</summary>
    /// <returns>How many hashes it had.</returns>
    public int Remove(TileId id) => tiles.Remove((id.Level, id.Index), out byte[]? removed) ? removed.Length / TreeHash.Bytes : 0;

    public ValueTask<IReadOnlyDictionary<TileId, HashTile>> ReadTilesAsync(IReadOnlyCollection<TileId> tiles, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyDictionary<TileId, HashTile>>(
            tiles.Where(t => this.tiles.ContainsKey((t.Level, t.Index))).ToDictionary(t => t, t => new HashTile(t, this.tiles[(t.Level, t.Index)])));

    public Task<IReadOnlyList<HashTile>> ReadTilesAsync(TileId? after, int atMost, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<HashTile>>(
            [.. tiles.Where(t => after is not { } a || t.Key.CompareTo((a.Level, a.Index)) > 0).Take(atMost)
                .Select(t => new HashTile(new TileId(t.Key.Level, t.Key.Index), t.Value))]);

    public Task<StoredCheckpoint?> FindCheckpointAsync(long? size, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<KeptCheckpoint>> ReadCheckpointsAsync(KeptCheckpoint? after, int atMost, CancellationToken cancel) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<StoredEntry>> ReadEntriesAsync(long fromIndex, int atMost, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredEntry>> ReadEntriesAsync(SourceName source, long fromIndex, int atMost, CancellationToken cancel) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<FoundEntry>> FindEntriesAsync(long fromIndex, int atMost, CancellationToken cancel) => throw new NotSupportedException();

    public Task<long?> FindIndexAsync(RequestKey key, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
