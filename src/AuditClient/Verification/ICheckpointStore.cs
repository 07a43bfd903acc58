namespace CrimeAudit.Client;

/// <summary>
/// Remembers the newest checkpoint of a log that was seen and checked, so that a log which later denies it is found out. Keep it where
/// the service's operators cannot write. One store may serve several clients; whoever saves must not lose what another saved.
/// </summary>
public interface ICheckpointStore
{
    /// <summary>The checkpoint that is pinned for a log.</summary>
    /// <param name="origin">The log.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The signed note; null when none is pinned yet.</returns>
    ValueTask<string?> FindAsync(string origin, CancellationToken cancel = default);

    /// <summary>Pins a checkpoint in place of the one before.</summary>
    /// <param name="origin">The log.</param>
    /// <param name="note">The signed note, which was checked to follow from <paramref name="before"/>.</param>
    /// <param name="before">What must be pinned now; null: nothing.</param>
    /// <param name="cancel">Ends the wait; then the pin is the old one or the new one, never half of each.</param>
    /// <returns>False, and nothing changed, when something else is pinned than <paramref name="before"/>.</returns>
    ValueTask<bool> TryReplaceAsync(string origin, string note, string? before, CancellationToken cancel = default);
}
