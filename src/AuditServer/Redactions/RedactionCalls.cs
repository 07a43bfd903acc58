using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Redactions;

/// <summary>Redactions as they are asked for: checks, erases in a turn of the log, and sees to it that nothing is left behind.</summary>
internal sealed class RedactionCalls(Sequencer sequencer, RedactionWriter writer, Erasures erasures)
{
    /// <exception cref="Fault">As <see cref="RedactionWriter.WriteAsync"/>.</exception>
    public async Task<RedactEntryResponse> RedactAsync(
        RedactEntryRequest request, string actor, Action<string> permit, CancellationToken cancel)
    {
        RedactionOrder order = RedactionOrder.Read(request, actor, permit);
        RedactionDone done = await sequencer.RunAsync((turn, token) => writer.WriteAsync(turn, order, token), cancel);
        return new RedactEntryResponse
        {
            EntryIndex = done.Index,
            AcceptedTime = Micros.ToTime(done.AcceptedMicros).ToTimestamp(),
            Replayed = done.Replayed,
            RedactedEntries = done.Entries,
            ErasurePending = !await erasures.FinishAsync(),
        };
    }
}
