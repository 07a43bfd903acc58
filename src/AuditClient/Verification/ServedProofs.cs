using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>Asks the service for consistency proofs.</summary>
internal sealed class ServedProofs(LedgerService.LedgerServiceClient raw, UnaryCalls calls) : IConsistencyProofs
{
    public async Task<IReadOnlyList<byte[]>?> FindAsync(long older, long newer, CancellationToken cancel)
    {
        try
        {
            GetConsistencyProofResponse proof = await calls.RunAsync(
                nameof(raw.GetConsistencyProof),
                raw.GetConsistencyProofAsync,
                new GetConsistencyProofRequest { FirstSize = older, SecondSize = newer },
                cancel).ConfigureAwait(false);
            return [.. proof.Path.Select(h => h.ToByteArray())];
        }
        catch (CrimeAuditException beyond) when (beyond.Reason == ErrorReason.TreeSizeBeyondLog)
        {
            return null;
        }
    }
}
