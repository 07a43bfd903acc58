using AuditClient.Tests.Verification;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditClient.Tests.Infrastructure;

/// <summary>A ledger service over the log that the test gives it, or over several in turn, as replicas answer.</summary>
internal sealed class ScriptedLedger : LedgerService.LedgerServiceBase
{
    /// <summary>The log of each call, by the number of the call; by default there is none.</summary>
    public Func<int, EvidenceLog> Logs { get; set; } = _ => throw new RpcException(new Status(StatusCode.Unimplemented, "no ledger"));

    /// <summary>Writes the messages of a ReadEntries call.</summary>
    public Func<ReadEntriesRequest, IServerStreamWriter<ReadEntriesResponse>, Task> Read { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Calls so far, those of ReadEntries apart.</summary>
    public int Asked { get; private set; }

    public override Task<GetCheckpointResponse> GetCheckpoint(GetCheckpointRequest request, ServerCallContext context)
    {
        EvidenceLog log = Logs(++Asked);
        return Task.FromResult(new GetCheckpointResponse { Checkpoint = log.Note(), VerifierKeys = { log.VerifierKey } });
    }

    public override Task<GetConsistencyProofResponse> GetConsistencyProof(GetConsistencyProofRequest request, ServerCallContext context)
    {
        EvidenceLog log = Logs(++Asked);
        return request.SecondSize > log.Size
            ? throw Statuses.Of(ErrorReason.TreeSizeBeyondLog).ToRpcException()
            : Task.FromResult(log.Growth((int)request.FirstSize, (int)request.SecondSize));
    }

    public override Task<GetReceiptResponse> GetReceipt(GetReceiptRequest request, ServerCallContext context) =>
        Task.FromResult(new GetReceiptResponse { EntryIndex = request.EntryIndex, Proof = Logs(++Asked).ProofOf((int)request.EntryIndex) });

    public override Task ReadEntries(ReadEntriesRequest request, IServerStreamWriter<ReadEntriesResponse> responseStream, ServerCallContext context) =>
        Read(request, responseStream);
}
