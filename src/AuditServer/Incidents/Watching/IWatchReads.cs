namespace AuditServer.Incidents.Watching;

/// <summary>What watches need of an engine.</summary>
internal interface IWatchReads
{
    /// <summary>
    /// Updates of a range in the order of the log; fewer than asked for only where the range ends. The cost grows with what is
    /// read, not with what other forces told in between.
    /// </summary>
    ValueTask<IReadOnlyList<StoredUpdate>> ReadUpdatesAsync(WatchRange range, CancellationToken cancel);

    /// <summary>Incidents that the log knows, each with all its updates.</summary>
    ValueTask<IReadOnlyDictionary<IncidentName, KnownIncident>> ReadIncidentsAsync(
        IReadOnlyCollection<IncidentName> names, CancellationToken cancel);
}

/// <summary>A range of the log.</summary>
/// <param name="Force">Only updates of this force; null: of all.</param>
/// <param name="From">The first index.</param>
/// <param name="To">The index after the last; not past the end of the log.</param>
/// <param name="AtMost">How many updates to read at most.</param>
internal readonly record struct WatchRange(string? Force, long From, long To, int AtMost);
