using AuditServer.Audits;
using AuditServer.Errors;
using AuditServer.Rates;
using AuditServer.Security.Accesses;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Replay;

/// <summary>Replays steps of audits and imports of volumes.</summary>
internal sealed class StepReplay(ReplayTurns turns, StagingReplay staging)
{
    /// <summary>Makes the frame or the sample ready that a step makes count, and holds it against what the step says.</summary>
    /// <param name="step">The step.</param>
    /// <param name="redactions">All redactions of the log, those after it too.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="EntryRefusedException">The step cannot follow, or says something else than what comes out.</exception>
    public async Task StageAsync(ReplayedStep step, KnownRedactions redactions, CancellationToken cancel)
    {
        try
        {
            AuditRecord audit = await turns.RunAsync((turn, token) => FindAsync(turn, step, token), cancel);
            await (step.Event.StepCase switch
            {
                AuditEvent.StepOneofCase.Frozen => staging.FreezeAsync(step, audit, redactions.UnitsOf(audit.Id), cancel),
                AuditEvent.StepOneofCase.Drawn => staging.DrawAsync(step, audit, cancel),
                _ => staging.ReserveAsync(step, audit, cancel),
            });
        }
        catch (Fault refusal)
        {
            throw new EntryRefusedException(step.Index, refusal.Message, refusal);
        }
    }

    /// <summary>Writes an entry other than an update.</summary>
    /// <exception cref="EntryRefusedException">It cannot follow on what stands.</exception>
    public static async ValueTask ApplyAsync(Turn turn, ReplayedEntry entry, CancellationToken cancel)
    {
        RequestKey key = entry.Stored.Key;
        if ((await turn.FindAsync([key], cancel)).TryGetValue(key, out KnownEntry? known))
        {
            throw new EntryRefusedException(entry.Index, $"its request id stands in the log already, at entry {known.Index}");
        }

        try
        {
            await (entry switch
            {
                ReplayedStep step => ApplyAsync(turn, step, cancel),
                ReplayedRedaction redaction => RedactionReplay.ApplyAsync(turn, redaction, cancel).AsTask(),
                ReplayedAccess access => ApplyAsync(turn, access, cancel),
                _ => ApplyAsync(turn, (ReplayedVolumes)entry, cancel),
            });
        }
        catch (Fault refusal)
        {
            throw new EntryRefusedException(entry.Index, refusal.Message, refusal);
        }
    }

    private static async Task ApplyAsync(Turn turn, ReplayedAccess access, CancellationToken cancel)
    {
        long end = await turn.Log.Accesses.ReadDigestedEndAsync(cancel);
        if (access.Digest.FirstRow != end)
        {
            throw new EntryRefusedException(access.Index, $"covers the access log from row {access.Digest.FirstRow} on, and row {end} is the next");
        }

        await AccessDigestWriter.AppendAsync(turn, access.Digest, access.Stored.Payload, cancel);
    }

    private static async Task ApplyAsync(Turn turn, ReplayedVolumes volumes, CancellationToken cancel) =>
        await Volumes.AppendAsync(turn, volumes.Import.Version, volumes.Stored.Payload, cancel);

    private static async Task ApplyAsync(Turn turn, ReplayedStep step, CancellationToken cancel)
    {
        (RequestKey key, byte[] stored) = (step.Stored.Key, step.Stored.Payload);
        if (step.Event.StepCase == AuditEvent.StepOneofCase.Planned)
        {
            if (await turn.Log.Audits.FindAsync(step.Event.AuditId, cancel) is not null)
            {
                throw Faults.AuditExists(step.Event.AuditId);
            }

            await AuditWriter.PlanAsync(turn, key, step.Event, stored, cancel);
            return;
        }

        await AuditWriter.WriteAsync(turn, key, await FindAsync(turn, step, cancel), step.Event, stored, cancel);
    }

    private static async ValueTask<AuditRecord> FindAsync(Turn turn, ReplayedStep step, CancellationToken cancel)
    {
        AuditRecord audit = await turn.Log.Audits.FindAsync(step.Event.AuditId, cancel) ?? throw Faults.UnknownAudit(step.Event.AuditId);
        step.RequireKeyOf(audit.Force);
        return audit;
    }
}
