using AuditServer.Errors;
using AuditServer.Incidents.Watching;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace AuditServer.Audits.Watching;

/// <summary>The watches of audits on this instance; they count to the limit of all watches.</summary>
internal sealed class AuditWatches(
    IAuditReads reads, LogSignal signal, WatchLimit limit, WatchTurns turns, IOptions<WatchingOptions> options, TimeProvider clock)
{
    /// <summary>Runs a watch until the audit ends or the watch is cancelled.</summary>
    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_AUDIT, FORCE_NOT_PERMITTED or TOO_MANY_WATCHES.</exception>
    public async Task RunAsync(
        WatchAuditRequest request, Caller caller, Action<string> permit, IServerStreamWriter<WatchAuditResponse> reader, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.Name("audit_id", request.AuditId);
        violations.ThrowIfAny();
        using IDisposable place = limit.Enter();
        await new AuditWatch(reads, signal, turns, options.Value.Heartbeat, clock, reader).RunAsync(request.AuditId, caller, permit, cancel);
    }
}
