using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Bench.Memory;

/// <summary>Listens to the collector of another process over its diagnostics port; the process itself offers nothing for it.</summary>
internal sealed class CollectorEvents : IDisposable
{
    private readonly EventPipeSession session;
    private readonly EventPipeEventSource source;
    private readonly Task reading;
    private long allocated;
    private long large;
    private int gen2;

    private CollectorEvents(EventPipeSession session)
    {
        this.session = session;
        source = new EventPipeEventSource(session.EventStream);
        source.Clr.GCAllocationTick += Count;
        source.Clr.GCStart += Count;
        reading = Task.Run(() => source.Process());
    }

    /// <summary>Begins to listen.</summary>
    public static CollectorEvents Of(int processId) => new(new DiagnosticsClient(processId).StartEventPipeSession(
        [new EventPipeProvider(ClrTraceEventParser.ProviderName, EventLevel.Verbose, (long)ClrTraceEventParser.Keywords.GC)], requestRundown: false));

    /// <summary>Stops listening.</summary>
    /// <returns>What was heard; without working set and processor time, of which no event tells.</returns>
    public async Task<CollectorCounts> StopAsync(CancellationToken cancel)
    {
        await session.StopAsync(cancel);
        await reading;
        return new CollectorCounts(allocated, gen2, large, PeakWorkingSet: 0, TimeSpan.Zero);
    }

    /// <summary>Closes the session.</summary>
    public void Dispose()
    {
        source.Dispose();
        session.Dispose();
    }

    /// <summary>Comes for every 100 KB or so that a thread's heap has given out, and says how much that was.</summary>
    private void Count(GCAllocationTickTraceData tick)
    {
        allocated += tick.AllocationAmount64;
        if (tick.AllocationKind == GCAllocationKind.Large)
        {
            large += tick.AllocationAmount64;
        }
    }

    private void Count(GCStartTraceData collection) => gen2 += collection.Depth == 2 ? 1 : 0;
}
