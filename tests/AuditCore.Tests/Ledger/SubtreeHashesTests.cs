using AuditCore.Ledger;

namespace AuditCore.Tests.Ledger;

public sealed class SubtreeHashesTests
{
    /// <summary>Two whole tiles of leaves and a part of a third, under a tile of level 1.</summary>
    private const int Size = (2 * TileId.Width) + 77;

    private readonly SubtreeHashes known = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Remembered_roots_give_every_proof_that_roots_made_anew_give()
    {
        GrownTree tree = GrownTree.Of(Size);
        for (int size = 1; size <= Size; size += 3)
        {
            Assert.Equal(tree.RootAt(size), await new TreeProofs(tree, known).RootAsync(size, Cancel));
            for (int index = 0; index < size; index += 29)
            {
                Assert.Equal(
                    await tree.Proofs.InclusionAsync(index, size, Cancel), await new TreeProofs(tree, known).InclusionAsync(index, size, Cancel));
            }
        }
    }

    [Fact]
    public async Task A_tile_that_grew_since_is_not_taken_for_what_it_was()
    {
        GrownTree tree = GrownTree.Of(Size);
        await new TreeProofs(tree, known).RootAsync(Size, Cancel);
        tree.Append([[1], [2], [3]]);
        Assert.Equal(tree.RootAt(Size + 3), await new TreeProofs(tree, known).RootAsync(Size + 3, Cancel));
        Assert.Equal(tree.RootAt(Size), await new TreeProofs(tree, known).RootAsync(Size, Cancel));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 0)]
    public async Task A_tile_that_somebody_changed_is_not_hidden_by_what_is_remembered(int level, long index)
    {
        GrownTree tree = GrownTree.Of(Size);
        byte[] root = await new TreeProofs(tree, known).RootAsync(Size, Cancel);
        tree.Falsify(new TileId(level, index));
        Assert.NotEqual(root, await new TreeProofs(tree, known).RootAsync(Size, Cancel));
    }
}
