using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// What forces tell: submit updates, stream them, read incidents. Shorter forms of these calls are in
/// <see cref="IncidentClientExtensions"/>.
/// </summary>
public interface IIncidentClient
{
    /// <summary>Submits one update. Durable and sequenced when it returns; the same update again gets its first receipt.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The receipt and the alleged crimes with their deadlines.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<SubmitIncidentResponse> SubmitAsync(SubmitIncidentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Submits 1 to 1,000 updates, all or none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A receipt for each update, in the order of the request.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<BatchSubmitIncidentsResponse> SubmitBatchAsync(BatchSubmitIncidentsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads an incident: its state and its history.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The incident.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<GetIncidentResponse> GetAsync(GetIncidentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists a force's incidents in the order in which the log first heard of them. Reads page after page as the walk needs them.</summary>
    /// <param name="request">The filter; its page size is the size of each page read, its page token says where to begin.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The incidents, each once.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    IAsyncEnumerable<IncidentSummary> ListAsync(ListIncidentsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads one page of <see cref="ListAsync"/>, for callers who keep the token themselves.</summary>
    /// <param name="request">The filter, with the token of the page before, or empty for the first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page with the next one's token, empty on the last.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ListIncidentsResponse> ListPageAsync(ListIncidentsRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Follows the updates of incidents in the order of the log, without a gap, until it is cancelled. When a stream ends for
    /// a reason that passes, another goes on after the last message that came; so within one walk each entry comes once.
    /// </summary>
    /// <remarks>
    /// To go on in another process, keep the <see cref="WatchIncidentsResponse.ResumeToken"/> of the last message whose work is
    /// done, of any kind: checkpoints and heartbeats too, so that what the filter leaves out is not looked through again. What
    /// was done after the token was kept comes again: at least once. It is exactly once for whoever keeps the highest
    /// <see cref="WatchedEntry.EntryIndex"/> in one transaction with the work, and passes over entries that are not higher.
    /// Messages are read as they are asked for: while nobody asks, the service waits, and nothing piles up on either side.
    /// A heartbeat or checkpoint may come at any time, and caught-up once with each stream. With
    /// <see cref="WatchStart.Now"/>, now is when the first stream begins that delivers a message.
    /// </remarks>
    /// <param name="request">The filter, and where to begin.</param>
    /// <param name="options">How it goes on after an interruption; null: the defaults.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The messages.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are wrong; it names everything that is.</exception>
    /// <exception cref="CrimeAuditException">The watch was refused, or given up; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    IAsyncEnumerable<WatchIncidentsResponse> WatchAsync(
        WatchIncidentsRequest request, IncidentWatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists alleged and presumed crimes that nothing answers, past their deadline or due soon, worst first. Reads page after page
    /// as the walk needs them. Not a recording rate.
    /// </summary>
    /// <param name="request">The filter; its page size is the size of each page read, its page token says where to begin.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The crimes, each once; the counts and the freshness of the feeds are in <see cref="ListOverduePageAsync"/>.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    IAsyncEnumerable<OverdueCrime> ListOverdueAsync(ListOverdueRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads one page of <see cref="ListOverdueAsync"/>; the first has the counts of the whole list.</summary>
    /// <param name="request">The filter, with the token of the page before, or empty for the first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page with the next one's token, empty on the last.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ListOverdueResponse> ListOverduePageAsync(ListOverdueRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Watches the list of overdue crimes: what is in it, then each change, within two seconds. Endless: where a stream ends for a
    /// reason that passes, another begins, anew with the list. Not a recording rate.
    /// </summary>
    /// <remarks>
    /// Each list begins with <see cref="WatchOverdueResponse.Begun"/>: what was listed before it is to be forgotten. It comes first,
    /// after an interruption, and when this reader was too slow for what changed. A crime that is listed again replaces itself.
    /// <see cref="WatchOverdueResponse.Freshness"/> comes when a sending system becomes STALE or speaks again: after a crime feed has
    /// died, a deadline that passes may only mean that what was recorded did not arrive.
    /// </remarks>
    /// <param name="request">The list to watch.</param>
    /// <param name="options">How it goes on after an interruption; null: the defaults.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The messages.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are wrong; it names everything that is.</exception>
    /// <exception cref="CrimeAuditException">The watch was refused, or given up; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    IAsyncEnumerable<WatchOverdueResponse> WatchOverdueAsync(
        WatchOverdueRequest request, IncidentWatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Opens a writer that streams many updates: batched, in order, re-sent after a lost connection. It connects with the
    /// first update. Dispose of it. With a spool it reads through what is on disk first, and at once sends what has no result there.
    /// </summary>
    /// <param name="options">How it writes; null: the defaults.</param>
    /// <returns>The writer.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are wrong; it names everything that is.</exception>
    /// <exception cref="SpoolInUseException">Another writer has the spool.</exception>
    /// <exception cref="SpoolDamagedException">The spool is not what was written to it; nothing of it was sent.</exception>
    /// <exception cref="IOException">The spool cannot be read or written.</exception>
    IncidentWriter OpenWriter(IncidentWriterOptions? options = null);
}
