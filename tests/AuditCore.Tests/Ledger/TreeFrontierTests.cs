using AuditCore.Ledger;

namespace AuditCore.Tests.Ledger;

public sealed class TreeFrontierTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(256)]
    [InlineData(1_000)]
    public void Whatever_the_batches_the_root_is_that_of_all_leaves(int batch)
    {
        var tree = new GrownTree();
        byte[][] leaves = [.. Enumerable.Range(0, 2_100).Select(BitConverter.GetBytes)];
        foreach (byte[][] chunk in leaves.Chunk(batch))
        {
            tree.Append(chunk);
            if (batch > 1 || tree.Frontier.Size % 127 == 0)
            {
                Assert.Equal(tree.RootAt(tree.Frontier.Size), tree.Frontier.Root());
            }
        }

        Assert.Equal(GrownTree.Of(leaves).Tiles.ToDictionary(t => t.Key, t => Hex(t.Value)), tree.Tiles.ToDictionary(t => t.Key, t => Hex(t.Value)));
    }

    [Fact]
    public void Tiles_lie_as_the_specification_says()
    {
        GrownTree tree = GrownTree.Of(70_000);
        TileId[] partial = [.. tree.Tiles.Values.Where(t => !t.IsWhole).Select(t => t.Id)];

        Assert.Equal(273, tree.Tiles.Values.Count(t => t is { IsWhole: true, Id.Level: 0 }));
        Assert.Equal(1, tree.Tiles.Values.Count(t => t is { IsWhole: true, Id.Level: 1 }));
        Assert.Equal([(0, 273, 112), (1, 1, 17), (2, 0, 1)], partial.Select(id => (id.Level, (int)id.Index, tree.Tiles[id].Count)));
        Assert.Equal(TileId.RightEdge(70_000), partial);
        Assert.Equal(tree.RootAt(70_000), tree.Frontier.Root());
    }

    [Fact]
    public void A_tree_of_one_whole_tile_has_its_root_a_level_up()
    {
        GrownTree tree = GrownTree.Of(256);
        Assert.Equal(tree.Frontier.Root(), tree.Tiles[new TileId(1, 0)].Hashes.ToArray());
        Assert.Equal([new TileId(1, 0)], TileId.RightEdge(256));
    }

    [Fact]
    public async Task The_right_edge_read_back_grows_like_the_one_in_memory()
    {
        foreach (int size in new[] { 0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_800 })
        {
            GrownTree tree = GrownTree.Of(size);
            TreeFrontier read = TreeFrontier.Of(size, await tree.ReadTilesAsync([.. TileId.RightEdge(size)], Cancel));

            Assert.Equal(tree.Frontier.Root(), read.Root());
            Assert.Equal(
                tree.Frontier.Append(TreeHash.Leaf("next"u8)).Frontier.Root(), read.Append(TreeHash.Leaf("next"u8)).Frontier.Root());
        }
    }

    [Fact]
    public void A_batch_changes_no_whole_tile()
    {
        GrownTree tree = GrownTree.Of(600);
        var whole = tree.Tiles.Values.Where(t => t.IsWhole).Select(t => t.Id).ToHashSet();
        Assert.DoesNotContain(tree.Append([[1], [2], [3]]), t => whole.Contains(t.Id));
    }

    [Fact]
    public void A_lost_tile_is_named()
    {
        GrownTree tree = GrownTree.Of(600);
        tree.Lose(new TileId(0, 2));
        var damaged = Assert.Throws<TreeDamagedException>(() => TreeFrontier.Of(600, tree.Tiles));
        Assert.Equal("Tile 2 of level 0 holds 0 hashes, and a tree of 600 leaves has 88 there.", damaged.Message);
    }

    [Fact]
    public void Nothing_but_whole_hashes_is_appended() =>
        Assert.Throws<ArgumentException>(() => TreeFrontier.Empty.Append(new byte[33]));

    private static string Hex(HashTile tile) => Convert.ToHexString(tile.Hashes.Span);
}
