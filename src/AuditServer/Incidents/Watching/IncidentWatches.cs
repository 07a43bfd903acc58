using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace AuditServer.Incidents.Watching;

/// <summary>The watches of this instance.</summary>
internal sealed class IncidentWatches(
    WatchReading reading, ILogReads log, LogSignal signal, WatchLimit limit, IOptions<WatchingOptions> options, TimeProvider clock)
{
    /// <summary>Runs a watch until it is cancelled.</summary>
    /// <exception cref="Fault">INVALID_RESUME_TOKEN or TOO_MANY_WATCHES.</exception>
    public async Task RunAsync(WatchQuestion question, IServerStreamWriter<WatchIncidentsResponse> reader, CancellationToken cancel)
    {
        using IDisposable place = limit.Enter();
        long end = (await log.FindHeadAsync(cancel))?.Size ?? 0;
        signal.Publish(end);
        await new IncidentWatch(reading, signal, options.Value, clock, question.Filter, reader).RunAsync(question.From, end, cancel);
    }
}
