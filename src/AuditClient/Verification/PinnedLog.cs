namespace CrimeAudit.Client;

/// <summary>
/// Compares every checkpoint with the newest one seen before, and pins it when the log has only grown. The first checkpoint ever seen is
/// believed for its signature; put one in the store beforehand that was obtained otherwise to trust nobody's first word.
/// </summary>
internal sealed class PinnedLog(TrustedLog log, ICheckpointStore store, IConsistencyProofs proofs) : IDisposable
{
    /// <summary>Receipts of one batch carry the same checkpoint: what was found good is not asked again.</summary>
    private const int MostRemembered = 64;

    private readonly SemaphoreSlim turn = new(1);
    private readonly Queue<string> good = new();

    /// <summary>The log.</summary>
    public TrustedLog Log => log;

    /// <summary>The pin; null when nothing was seen yet.</summary>
    public async Task<LogCheckpoint?> FindAsync(CancellationToken cancel) =>
        await store.FindAsync(log.Origin, cancel).ConfigureAwait(false) is { } note ? log.Open(note) : null;

    /// <summary>Compares a checkpoint with the pin.</summary>
    /// <returns>How it stands to the pin, and the pin.</returns>
    /// <exception cref="TamperDetectedException">The two do not agree.</exception>
    public async Task<(StandingToPin Standing, LogCheckpoint Pin)> CompareAsync(LogCheckpoint seen, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            while (true)
            {
                LogCheckpoint? pin = await FindAsync(cancel).ConfigureAwait(false);
                StandingToPin? standing = pin is null || seen.Size > pin.Size
                    ? await PinAsync(seen, pin, cancel).ConfigureAwait(false)
                    : await StandingOfAsync(seen, pin, cancel).ConfigureAwait(false);
                if (standing is { } known)
                {
                    return (known, known == StandingToPin.Pinned ? seen : pin!);
                }
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Pins a larger checkpoint; null when another client pinned meanwhile, so that it must be compared with that one.</summary>
    private async Task<StandingToPin?> PinAsync(LogCheckpoint seen, LogCheckpoint? pin, CancellationToken cancel)
    {
        if (pin is not null)
        {
            if (await proofs.FindAsync(pin.Size, seen.Size, cancel).ConfigureAwait(false) is not { } path)
            {
                return StandingToPin.Unproven;
            }

            Require(pin, seen, path, pin, seen);
        }

        return await store.TryReplaceAsync(log.Origin, seen.Note, pin?.Note, cancel).ConfigureAwait(false) ? StandingToPin.Pinned : null;
    }

    private async Task<StandingToPin?> StandingOfAsync(LogCheckpoint seen, LogCheckpoint pin, CancellationToken cancel)
    {
        if (seen.Size == pin.Size)
        {
            return seen.IsSameTreeAs(pin) ? StandingToPin.Pinned : throw new TamperDetectedException(ProofFault.NewerRootDiffers, pin, seen);
        }

        if (good.Contains(seen.Note))
        {
            return StandingToPin.Older;
        }

        if (await proofs.FindAsync(seen.Size, pin.Size, cancel).ConfigureAwait(false) is not { } path)
        {
            return StandingToPin.Unproven;
        }

        Require(seen, pin, path, pin, seen);
        good.Enqueue(seen.Note);
        if (good.Count > MostRemembered)
        {
            good.Dequeue();
        }

        return StandingToPin.Older;
    }

    private static void Require(LogCheckpoint older, LogCheckpoint newer, IReadOnlyList<byte[]> path, LogCheckpoint pin, LogCheckpoint seen)
    {
        try
        {
            MerkleProofs.RequireConsistency(older.Size, older.RootHash, newer.Size, newer.RootHash, path);
        }
        catch (ProofRejectedException rejected)
        {
            throw new TamperDetectedException(rejected.Fault, pin, seen);
        }
    }
}
