using AuditServer.Errors;
using AuditServer.Incidents.Watching;
using CrimeAudit.V1;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace AuditServer.Overdue.Watching;

/// <summary>The watches of overdue crimes at this instance.</summary>
internal sealed class OverdueWatches(
    OverdueAudience audience,
    IOverdueReads reads,
    OverdueMessages messages,
    OverdueSources sources,
    WatchTurns turns,
    WatchLimit limit,
    IOptions<WatchingOptions> options,
    TimeProvider clock)
{
    /// <summary>Runs a watch until it is cancelled.</summary>
    /// <param name="question">The list to watch.</param>
    /// <param name="forces">Slugs of the forces that it is about, in ordinal order.</param>
    /// <param name="reader">Whom to tell.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="Fault">TOO_MANY_WATCHES.</exception>
    public async Task RunAsync(
        OverdueQuestion question, IReadOnlyList<string> forces, IServerStreamWriter<WatchOverdueResponse> reader, CancellationToken cancel)
    {
        using IDisposable place = limit.Enter();
        var filter = new OverdueFilter(question, forces);
        var list = new OverdueList(reads, turns, filter, clock, options.Value.OverdueListed);
        await new OverdueWatch(audience, list, filter, messages, sources, options.Value, clock, reader).RunAsync(cancel);
    }
}
