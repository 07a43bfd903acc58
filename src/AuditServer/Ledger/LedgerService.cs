using AuditServer.Hosting;
using AuditServer.Redactions;
using AuditServer.Security;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Ledger;

/// <summary>The log as evidence, over gRPC.</summary>
internal sealed class LedgerService(LedgerQueries queries, EntryReading reading, RedactionCalls redactions) : CrimeAudit.V1.LedgerService.LedgerServiceBase
{
    public override Task<GetCheckpointResponse> GetCheckpoint(GetCheckpointRequest request, ServerCallContext context) =>
        queries.GetCheckpointAsync(context.CancellationToken);

    public override Task<GetInclusionProofResponse> GetInclusionProof(GetInclusionProofRequest request, ServerCallContext context) =>
        queries.ProveInclusionAsync(request, context.CancellationToken);

    public override Task<GetConsistencyProofResponse> GetConsistencyProof(GetConsistencyProofRequest request, ServerCallContext context) =>
        queries.ProveConsistencyAsync(request, context.CancellationToken);

    public override Task ReadEntries(
        ReadEntriesRequest request, IServerStreamWriter<ReadEntriesResponse> responseStream, ServerCallContext context) =>
        reading.RunAsync(request, context.Caller(), responseStream, context.StoppingToken());

    public override Task<GetReceiptResponse> GetReceipt(GetReceiptRequest request, ServerCallContext context) =>
        queries.GetReceiptAsync(request, context.Caller(), context.CancellationToken);

    public override Task<RedactEntryResponse> RedactEntry(RedactEntryRequest request, ServerCallContext context) =>
        redactions.RedactAsync(request, context.Caller().Subject, context.RequireForce, context.CancellationToken);
}
