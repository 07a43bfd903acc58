using AuditCore.Ledger;

namespace AuditServer.Ledger;

/// <summary>Before the log as it is found is signed: a key must not put its name to what somebody has made of the database meanwhile.</summary>
internal static class SignableTree
{
    /// <summary>Requires that the tiles give the root of the head, and that what was signed last is the beginning of it.</summary>
    /// <exception cref="TreeDamagedException">They do not, or it is not.</exception>
    public static async Task RequireAsync(ILedgerSnapshot snapshot, CancellationToken cancel)
    {
        (long size, byte[] root) = (snapshot.Head.Size, snapshot.Head.Root ?? []);
        var proofs = new TreeProofs(snapshot);
        byte[] given = await proofs.RootAsync(size, cancel);
        if (!given.AsSpan().SequenceEqual(root))
        {
            throw new TreeDamagedException(
                $"The head of {size} entries has the root {Convert.ToHexStringLower(root)}, and the tiles give {Convert.ToHexStringLower(given)}.");
        }

        if (await snapshot.FindCheckpointAsync(size: null, cancel) is { } stored)
        {
            await RequireAsync(Read(stored), size, root, proofs, cancel);
        }
    }

    private static async Task RequireAsync(Checkpoint last, long size, byte[] root, TreeProofs proofs, CancellationToken cancel)
    {
        if (last.Size > size)
        {
            throw new TreeDamagedException($"The head has {size} entries, and {last.Size} were signed.");
        }

        IReadOnlyList<byte[]> path = await proofs.ConsistencyAsync(last.Size, size, cancel);
        if (ConsistencyProof.Check(last.Size, last.Root, size, root, path) != ProofVerdict.Valid)
        {
            throw new TreeDamagedException($"The {last.Size} entries that were signed last are not the beginning of the {size} that are there.");
        }
    }

    private static Checkpoint Read(StoredCheckpoint stored)
    {
        try
        {
            return Checkpoint.Parse(SignedNote.Parse(stored.Note).Text);
        }
        catch (FormatException wrong)
        {
            throw new TreeDamagedException($"The checkpoint of {stored.Size} entries is none: {wrong.Message}");
        }
    }
}
