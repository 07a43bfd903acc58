using Microsoft.Extensions.Options;

namespace AuditServer.Incidents.Watching;

/// <summary>Bounds how many pages are read at a time, of all watches together, so that the database is left to others too.</summary>
internal sealed class WatchTurns(IOptions<WatchingOptions> options) : IDisposable
{
    private readonly SemaphoreSlim turns = new(options.Value.Reads);

    /// <summary>Reads when it is its turn.</summary>
    public async Task<T> TakeAsync<T>(Func<Task<T>> read, CancellationToken cancel)
    {
        await turns.WaitAsync(cancel);
        try
        {
            return await read();
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();
}
