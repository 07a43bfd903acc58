using System.Runtime.CompilerServices;
using CrimeAudit.V1;
using Grpc.Core;

namespace CrimeAudit.Client;

/// <inheritdoc/>
internal sealed class LedgerClient(LedgerService.LedgerServiceClient raw, UnaryCalls calls, LogVerifier verifier) : ILedgerClient
{
    public Task<LogCheckpoint> VerifyLogAsync(CancellationToken cancellationToken) => verifier.FollowAsync(cancellationToken);

    public Task<LogCheckpoint> VerifyEntriesAsync(CancellationToken cancellationToken) => verifier.RecountAsync(
        size => ReadEntriesAsync(new ReadEntriesRequest { MostEntries = size, WantPayloads = true }, cancellationToken), cancellationToken);

    public Task<GetCheckpointResponse> GetCheckpointAsync(GetCheckpointRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.GetCheckpoint), raw.GetCheckpointAsync, request, cancellationToken);

    public Task<GetInclusionProofResponse> GetInclusionProofAsync(GetInclusionProofRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.GetInclusionProof), raw.GetInclusionProofAsync, request, cancellationToken);

    public Task<GetConsistencyProofResponse> GetConsistencyProofAsync(GetConsistencyProofRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.GetConsistencyProof), raw.GetConsistencyProofAsync, request, cancellationToken);

    public async IAsyncEnumerable<LedgerEntry> ReadEntriesAsync(
        ReadEntriesRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using AsyncServerStreamingCall<ReadEntriesResponse> call =
            raw.ReadEntries(request, new CallOptions(cancellationToken: cancellationToken));
        while (await call.MoveNextAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (LedgerEntry entry in call.ResponseStream.Current.Entries)
            {
                yield return entry;
            }
        }
    }

    public Task<GetReceiptResponse> GetReceiptAsync(GetReceiptRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.GetReceipt), raw.GetReceiptAsync, request, cancellationToken);

    public Task<RedactEntryResponse> RedactEntryAsync(RedactEntryRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.RedactEntry), raw.RedactEntryAsync, request, cancellationToken);
}
