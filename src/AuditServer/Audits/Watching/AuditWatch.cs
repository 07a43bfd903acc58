using AuditServer.Errors;
using AuditServer.Incidents.Watching;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Audits.Watching;

/// <summary>
/// One watch of an audit: tells how it stands, then waits for the log to grow, and tells again when the audit has moved. What
/// happened between two looks comes as one message, so a slow reader never falls behind.
/// </summary>
internal sealed class AuditWatch(
    IAuditReads reads,
    LogSignal signal,
    WatchTurns turns,
    TimeSpan heartbeat,
    TimeProvider clock,
    IServerStreamWriter<WatchAuditResponse> reader)
{
    private long lastTold = clock.GetTimestamp();
    private Audit? seen;
    private Audit? told;

    public async Task RunAsync(string auditId, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        while (true)
        {
            (Audit? moved, long size) = await turns.TakeAsync(() => ReadAsync(auditId, caller, permit, cancel), cancel);
            signal.Publish(size);
            if (moved is not null && !moved.Equals(told))
            {
                told = moved;
                await TellAsync(new WatchAuditResponse { Audit = Watched(moved, size) }, cancel);
            }

            if (seen!.IsOver())
            {
                return;
            }

            await WaitAsync(size, cancel);
        }
    }

    /// <summary>The audit as it may be told; null while it is as it was seen last: most turns of the log are about something else.</summary>
    private async Task<(Audit? Moved, long Size)> ReadAsync(string auditId, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        AuditRecord audit = await snapshot.RequireAsync(auditId, cancel);
        permit(audit.Force);
        if (audit.Document.Equals(seen))
        {
            return (null, snapshot.Head.Size);
        }

        seen = audit.Document;
        return (await snapshot.ShownAsync(audit, caller, cancel), snapshot.Head.Size);
    }

    private static WatchedAudit Watched(Audit audit, long size)
    {
        var watched = new WatchedAudit
        {
            State = audit.State,
            Drawn = audit.Strata.Sum(s => s.SampleSize),
            Progress = audit.Strata.Any(s => s.Progress is not null) ? ReviewProgresses.Of(audit) : null,
            TreeSize = size,
        };
        watched.Strata.AddRange(audit.Strata);
        return watched;
    }

    /// <summary>Waits for the log to grow, and tells meanwhile that the stream lives.</summary>
    private async Task WaitAsync(long size, CancellationToken cancel)
    {
        while (signal.Size <= size)
        {
            if (!await Silence.BrokenWithinAsync(TimeLeft, clock, token => signal.WaitBeyondAsync(size, token), cancel))
            {
                await TellAsync(new WatchAuditResponse { Heartbeat = new WatchHeartbeat { TreeSize = size } }, cancel);
            }
        }
    }

    /// <summary>Until the stream has been silent for too long.</summary>
    private TimeSpan TimeLeft() => heartbeat - clock.GetElapsedTime(lastTold);

    private Task TellAsync(WatchAuditResponse message, CancellationToken cancel)
    {
        lastTold = clock.GetTimestamp();
        return reader.WriteAsync(message, cancel);
    }
}
