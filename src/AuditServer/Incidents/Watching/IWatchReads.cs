namespace AuditServer.Incidents.Watching;

/// <summary>What watches need of an engine.</summary>
internal interface IWatchReads
{
    /// <summary>
    /// Updates of a range in the order of the log; fewer than asked for only where the range ends. The cost grows with what is
    /// read, not with what other forces told in between.
    /// </summary>
    ValueTask<IReadOnlyList<StoredUpdate>> ReadUpdatesAsync(WatchRange range, CancellationToken cancel);

    /// <summary>
    /// Those of the incidents that the log knows, each with its updates before an index: most have none before a page that tells of them.
    /// One of which an update was read before can be unknown, when its reference was erased meanwhile.
    /// </summary>
    ValueTask<IReadOnlyDictionary<IncidentName, KnownIncident>> ReadIncidentsAsync(
        IReadOnlyCollection<IncidentName> names, long before, CancellationToken cancel);

    /// <summary>Whether there is a redaction among the entries from one index to before another.</summary>
    ValueTask<bool> ErasedAnyAsync(long from, long to, CancellationToken cancel);
}

/// <summary>A range of the log.</summary>
/// <param name="Force">Only updates of this force; null: of all.</param>
/// <param name="From">The first index.</param>
/// <param name="To">The index after the last; not past the end of the log.</param>
/// <param name="AtMost">How many updates to read at most.</param>
internal readonly record struct WatchRange(string? Force, long From, long To, int AtMost);
