using System.Collections.Concurrent;

namespace CrimeAudit.Client;

/// <summary>Pins checkpoints for the life of the process. A log that is rewritten between two runs is not found out.</summary>
public sealed class MemoryCheckpointStore : ICheckpointStore
{
    private readonly ConcurrentDictionary<string, string> notes = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<string?> FindAsync(string origin, CancellationToken cancel = default) => ValueTask.FromResult(notes.GetValueOrDefault(origin));

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(string origin, string note, string? before, CancellationToken cancel = default) =>
        ValueTask.FromResult(before is null ? notes.TryAdd(origin, note) : notes.TryUpdate(origin, note, before));
}
