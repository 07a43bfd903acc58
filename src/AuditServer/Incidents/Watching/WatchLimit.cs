using AuditServer.Errors;
using AuditServer.Telemetry;
using Microsoft.Extensions.Options;

namespace AuditServer.Incidents.Watching;

/// <summary>Bounds how many watches an instance serves at once.</summary>
internal sealed class WatchLimit(IOptions<WatchingOptions> options, ServerTelemetry telemetry)
{
    private int open;

    /// <summary>Takes a place; disposing of it gives it back.</summary>
    /// <exception cref="Fault">TOO_MANY_WATCHES: there is none.</exception>
    public IDisposable Enter()
    {
        if (Interlocked.Increment(ref open) > options.Value.MostWatches)
        {
            Interlocked.Decrement(ref open);
            throw Faults.TooManyWatches(options.Value.MostWatches, options.Value.RetryAfter);
        }

        telemetry.Watching(1);
        return new Place(this);
    }

    private void Leave()
    {
        Interlocked.Decrement(ref open);
        telemetry.Watching(-1);
    }

    private sealed class Place(WatchLimit limit) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                limit.Leave();
            }
        }
    }
}
