using System.Security.Cryptography;
using AuditCore.Ledger;
using AuditServer.Checking;

namespace AuditServer.Tests.Checking;

/// <summary>Every tile of a tree of three levels, more than a log in a test would fill.</summary>
public sealed class TreeCheckTests
{
    // A whole tile of level 1, and one above it.
    private const int Leaves = (TileId.Width * TileId.Width) + 300;

    private static readonly byte[][] Hashes = [.. Enumerable.Range(0, Leaves).Select(i => SHA256.HashData(BitConverter.GetBytes(i)))];

    private readonly Damages found = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tiles_of_every_level_are_what_the_leaves_make_them()
    {
        byte[]? root = await CheckAsync(new TilesInMemory(Hashes));
        Assert.Empty(found.First);
        Assert.Equal(TreeFrontier.Empty.Append([.. Hashes.SelectMany(h => h)]).Frontier.Root(), root);
    }

    [Theory]
    [InlineData(1, 0, 7, 7 * 256, (8 * 256) - 1)]
    [InlineData(1, 1, 0, 65_536, 65_791)]
    [InlineData(2, 0, 0, 0, 65_535)]
    public async Task A_changed_hash_of_an_upper_level_is_told_with_the_entries_under_it(int level, long index, int place, long first, long last)
    {
        var tiles = new TilesInMemory(Hashes);
        string before = tiles.Change(new TileId(level, index), place);
        string after = tiles.Hash(new TileId(level, index), place);
        await CheckAsync(tiles);
        Damage damage = Assert.Single(found.First);
        Assert.Equal(
            ($"tile {level}/{index}: holds {after} for entries {first} to {last}, which give {before}", first),
            (damage.ToString(), damage.Index));
    }

    [Fact]
    public async Task A_changed_leaf_hash_is_put_right_by_the_tile_above_and_its_neighbours_are_not_blamed()
    {
        var tiles = new TilesInMemory(Hashes);
        string before = tiles.Change(new TileId(0, 100), 5);
        byte[]? root = await CheckAsync(tiles);
        long index = (100 * TileId.Width) + 5;
        Assert.Equal(
            $"tile 0/100: holds {tiles.Hash(new TileId(0, 100), 5)} for entry {index}, whose leaf text has the hash {before}",
            Assert.Single(found.First).ToString());
        Assert.Equal(tiles.Head.Root, root);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    public async Task A_tile_that_is_missing_is_told(int level, long index)
    {
        var tiles = new TilesInMemory(Hashes);
        int width = tiles.Remove(new TileId(level, index));
        await CheckAsync(tiles);
        Assert.Equal($"tile {level}/{index}: holds 0 hashes, and the log has {width} there", Assert.Single(found.First).ToString());
    }

    private async Task<byte[]?> CheckAsync(TilesInMemory tiles)
    {
        var check = new TreeCheck(found);
        foreach (byte[][] part in Hashes.Chunk(4 * TileId.Width))
        {
            await check.AddAsync(part, tiles, () => { }, Cancel);
        }

        await check.FinishAsync(tiles, Cancel);
        found.EndPart();
        return check.Root;
    }
}
