using System.Globalization;
using System.Runtime.CompilerServices;
using AuditCore.Ledger;
using AuditServer.Rebuild.Rows;

namespace AuditServer.Rebuild;

/// <summary>
/// Checkpoints are signed, and so cannot be made once more. Each must name the root that the log has at its size; whose signature it
/// bears is for those to check who have the keys.
/// </summary>
internal static class ComparedCheckpoints
{
    private const string Table = "checkpoints";

    public static async Task CompareAsync(IDerivedSnapshot stored, IDerivedSnapshot recomputed, Differences found, CancellationToken cancel)
    {
        var tree = new MerkleRoot();
        await using IAsyncEnumerator<byte[]> leaves = LeafHashesAsync(recomputed, cancel).GetAsyncEnumerator(cancel);
        await foreach (DerivedCheckpoint checkpoint in stored.ReadCheckpointsAsync(cancel))
        {
            while (tree.Count < checkpoint.Size && await leaves.MoveNextAsync())
            {
                tree.AddHash(leaves.Current);
            }

            string key = string.Create(CultureInfo.InvariantCulture, $"{checkpoint.Size}/{checkpoint.Version}");
            string? recomputedRoot = tree.Count == checkpoint.Size ? Convert.ToBase64String(tree.Root()) : null;
            string storedRoot = RootOf(checkpoint);
            if (recomputedRoot is null)
            {
                found.Add(new Difference(Table, key, null, storedRoot, null));
            }
            else if (storedRoot != recomputedRoot)
            {
                found.Add(new Difference(Table, key, "note", storedRoot, recomputedRoot));
            }
        }
    }

    private static string RootOf(DerivedCheckpoint stored)
    {
        try
        {
            Checkpoint checkpoint = Checkpoint.Parse(SignedNote.Parse(stored.Note).Text);
            return checkpoint.Size == stored.Size ? Convert.ToBase64String(checkpoint.Root) : "a checkpoint of another size";
        }
        catch (FormatException)
        {
            return "no checkpoint";
        }
    }

    private static async IAsyncEnumerable<byte[]> LeafHashesAsync(
        IDerivedSnapshot snapshot, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (DerivedTile tile in snapshot.ReadTilesAsync(cancel))
        {
            if (tile.Level > 0)
            {
                yield break;
            }

            foreach (byte[] hash in tile.Hashes.Chunk(TreeHash.Bytes))
            {
                yield return hash;
            }
        }
    }
}
