using CrimeAudit.V1;
using Grpc.Core;

namespace AuditClient.Tests.Infrastructure;

/// <summary>A ledger service that reads entries as the test says; every other call answers UNIMPLEMENTED.</summary>
internal sealed class ScriptedLedger : LedgerService.LedgerServiceBase
{
    /// <summary>Writes the messages of a ReadEntries call.</summary>
    public Func<ReadEntriesRequest, IServerStreamWriter<ReadEntriesResponse>, Task> Read { get; set; } = (_, _) => Task.CompletedTask;

    public override Task ReadEntries(ReadEntriesRequest request, IServerStreamWriter<ReadEntriesResponse> responseStream, ServerCallContext context) =>
        Read(request, responseStream);
}
