using System.Security.Cryptography;
using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// Verifies receipts against signed checkpoints, and each checkpoint against the newest one seen before. One a client; what several
/// calls learn at a time is compared one after the other.
/// </summary>
internal sealed class LogVerifier : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly LedgerService.LedgerServiceClient raw;
    private readonly UnaryCalls calls;
    private readonly TimeProvider clock;
    private readonly ICheckpointStore store;
    private readonly double share;
    private readonly TimeSpan rolledBackAfter;
    private readonly SemaphoreSlim opening = new(1);
    private volatile PinnedLog? known;

    /// <summary>The checkpoint that was compared last: receipts of a batch share theirs.</summary>
    private LogCheckpoint? last;

    public LogVerifier(LedgerService.LedgerServiceClient raw, UnaryCalls calls, LogVerificationOptions options, TimeProvider clock)
    {
        (this.raw, this.calls, this.clock) = (raw, calls, clock);
        (store, share, rolledBackAfter) = (options.Store, options.Share, options.RolledBackAfter);
        known = options.Keys.Count > 0 ? Pinned(options.Keys) : null;
    }

    /// <summary>Whether anything is verified.</summary>
    public bool IsOn => share > 0;

    /// <summary>Whether every receipt is to come with its proof.</summary>
    public bool WantsEveryProof => share >= 1;

    /// <summary>Verifies receipts, each with the update it is for; of a share of them, a random choice.</summary>
    /// <exception cref="ProofRejectedException">A receipt does not prove what it is for.</exception>
    /// <exception cref="LogRolledBackException">The log has lost what it showed before.</exception>
    public async Task VerifyAsync(
        IEnumerable<(IncidentUpdate Sent, Receipt Receipt)> receipts, bool keepProofs, CancellationToken cancel)
    {
        foreach ((IncidentUpdate sent, Receipt receipt) in receipts.Where(_ => IsChosen()))
        {
            EntryProof proof = receipt.Proof ?? await AskAsync(receipt, cancel).ConfigureAwait(false);
            LogCheckpoint checkpoint = await CompareAsync(proof.Checkpoint, cancel).ConfigureAwait(false);
            ReceiptCheck.Require(sent, receipt, proof, checkpoint);
            if (proof.HasRedactedBy)
            {
                await RequireErasedAsync(sent.Sender.Force, receipt.EntryIndex, proof.RedactedBy, cancel).ConfigureAwait(false);
            }

            if (!keepProofs)
            {
                // The caller did not ask for it, and a kilobyte a receipt adds up.
                receipt.Proof = null;
            }
        }
    }

    /// <summary>Asks for the latest checkpoint until it holds all that was seen before, and pins it.</summary>
    /// <exception cref="TamperDetectedException">The log contradicts what was seen before.</exception>
    /// <exception cref="LogRolledBackException">It has shown less than before for too long.</exception>
    public async Task<LogCheckpoint> FollowAsync(CancellationToken cancel)
    {
        PinnedLog pinned = await KnownAsync(cancel).ConfigureAwait(false);
        LogCheckpoint? before = await pinned.FindAsync(cancel).ConfigureAwait(false);
        try
        {
            return await UntilAsync(
                async () => pinned.Log.Open((await LatestAsync(cancel).ConfigureAwait(false)).Checkpoint),
                pinned,
                standing => standing == StandingToPin.Pinned,
                cancel).ConfigureAwait(false);
        }
        catch (CrimeAuditException damaged) when (damaged.Reason == ErrorReason.LedgerDamaged && before is not null)
        {
            throw Admitted(before, before);
        }
    }

    /// <summary>
    /// Follows the log, and reads all of it: what it holds must be what was signed, now and when it was seen before.
    /// </summary>
    /// <param name="read">Reads entries with what they hold, from the first one on, so many.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<LogCheckpoint> RecountAsync(Func<long, IAsyncEnumerable<LedgerEntry>> read, CancellationToken cancel)
    {
        PinnedLog pinned = await KnownAsync(cancel).ConfigureAwait(false);
        LogCheckpoint? before = await pinned.FindAsync(cancel).ConfigureAwait(false);
        LogCheckpoint now = await FollowAsync(cancel).ConfigureAwait(false);
        if (now.Size == 0)
        {
            // Nothing is signed yet; what comes meanwhile is not of this tree.
            return now;
        }

        var recount = new EntryRecount(before ?? now, now);
        try
        {
            await foreach (LedgerEntry entry in read(now.Size).WithCancellation(cancel).ConfigureAwait(false))
            {
                recount.Add(entry);
            }
        }
        catch (CrimeAuditException damaged) when (damaged.Reason == ErrorReason.LedgerDamaged)
        {
            throw Admitted(before ?? now, now);
        }

        recount.RequireWhole();
        return now;
    }

    public void Dispose()
    {
        known?.Dispose();
        opening.Dispose();
    }

    private static TamperDetectedException Admitted(LogCheckpoint before, LogCheckpoint seen) => new(
        ProofFault.ServiceFoundDamage,
        $"The log {before.Origin} showed {before.Size} entries before; now the service finds it damaged itself, and cannot prove them.",
        before,
        seen);

    private async Task<LogCheckpoint> CompareAsync(string note, CancellationToken cancel)
    {
        if (Volatile.Read(ref last) is { } compared && compared.Note == note)
        {
            return compared;
        }

        PinnedLog pinned = await KnownAsync(cancel).ConfigureAwait(false);
        LogCheckpoint seen = pinned.Log.Open(note);
        await UntilAsync(() => Task.FromResult(seen), pinned, standing => standing != StandingToPin.Unproven, cancel).ConfigureAwait(false);
        Volatile.Write(ref last, seen);
        return seen;
    }

    /// <summary>Compares what is shown with the pin, again and again until it is good enough or the log counts as rolled back.</summary>
    private async Task<LogCheckpoint> UntilAsync(
        Func<Task<LogCheckpoint>> show, PinnedLog pinned, Func<StandingToPin, bool> isEnough, CancellationToken cancel)
    {
        long start = clock.GetTimestamp();
        Backoff backoff = new(FirstPause, LongestPause);
        while (true)
        {
            LogCheckpoint seen = await show().ConfigureAwait(false);
            (StandingToPin standing, LogCheckpoint pin) = await pinned.CompareAsync(seen, cancel).ConfigureAwait(false);
            if (isEnough(standing))
            {
                return seen;
            }

            TimeSpan elapsed = clock.GetElapsedTime(start);
            if (elapsed >= rolledBackAfter)
            {
                throw seen.Size < pin.Size
                    ? new LogRolledBackException(pin, seen, elapsed)
                    : new TamperDetectedException(ProofFault.ProofWithheld, pin, seen);
            }

            await Task.Delay(backoff.Next(null), clock, cancel).ConfigureAwait(false);
        }
    }

    private bool IsChosen() => share >= 1 || (share > 0 && RandomNumberGenerator.GetInt32(int.MaxValue) < share * int.MaxValue);

    private async Task<EntryProof> AskAsync(Receipt receipt, CancellationToken cancel)
    {
        if (WantsEveryProof)
        {
            throw new ProofRejectedException(ProofFault.ProofWithheld, $"The receipt of entry {receipt.EntryIndex} came without the proof that was asked for.");
        }

        return await ProofOfAsync(receipt.EntryIndex, cancel).ConfigureAwait(false);
    }

    /// <summary>A service that stored something else, or nothing, must not get away with calling it erased.</summary>
    private async Task RequireErasedAsync(string force, long erasedIndex, long redactedBy, CancellationToken cancel)
    {
        EntryProof proof = await ProofOfAsync(redactedBy, cancel).ConfigureAwait(false);
        LogCheckpoint checkpoint = await CompareAsync(proof.Checkpoint, cancel).ConfigureAwait(false);
        ReceiptCheck.RequireRedaction(force, erasedIndex, redactedBy, proof, checkpoint);
    }

    private async Task<EntryProof> ProofOfAsync(long index, CancellationToken cancel)
    {
        GetReceiptResponse answer = await calls.RunAsync(
            nameof(raw.GetReceipt), raw.GetReceiptAsync, new GetReceiptRequest { EntryIndex = index }, cancel).ConfigureAwait(false);
        return answer.Proof ?? throw new ProofRejectedException(ProofFault.ProofWithheld, $"The service gave no proof of entry {index}.");
    }

    private Task<GetCheckpointResponse> LatestAsync(CancellationToken cancel) =>
        calls.RunAsync(nameof(raw.GetCheckpoint), raw.GetCheckpointAsync, new GetCheckpointRequest(), cancel);

    private async Task<PinnedLog> KnownAsync(CancellationToken cancel)
    {
        if (known is { } already)
        {
            return already;
        }

        await opening.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (known is null)
            {
                known = Pinned((await LatestAsync(cancel).ConfigureAwait(false)).VerifierKeys);
            }

            return known;
        }
        finally
        {
            opening.Release();
        }
    }

    private PinnedLog Pinned(IEnumerable<string> keys) =>
        new(new TrustedLog([.. keys.Select(VerifierKey.Parse)]), store, new ServedProofs(raw, calls));
}
