using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>Shorter forms of <see cref="IIncidentClient"/>.</summary>
public static class IncidentClientExtensions
{
    /// <summary>Submits one update. Durable and sequenced when it returns.</summary>
    /// <param name="incidents">The client.</param>
    /// <param name="update">The update.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The receipt and the alleged crimes with their deadlines.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<SubmitIncidentResponse> SubmitAsync(
        this IIncidentClient incidents, IncidentUpdate update, CancellationToken cancellationToken = default) =>
        incidents.SubmitAsync(new SubmitIncidentRequest { Update = update }, cancellationToken);

    /// <summary>Submits 1 to 1,000 updates, all or none.</summary>
    /// <param name="incidents">The client.</param>
    /// <param name="updates">The updates.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A receipt for each update, in their order.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<BatchSubmitIncidentsResponse> SubmitBatchAsync(
        this IIncidentClient incidents, IEnumerable<IncidentUpdate> updates, CancellationToken cancellationToken = default) =>
        incidents.SubmitBatchAsync(new BatchSubmitIncidentsRequest { Updates = { updates } }, cancellationToken);

    /// <summary>Reads an incident: its state and its history.</summary>
    /// <param name="incidents">The client.</param>
    /// <param name="force">Slug of the force, <c>thames-valley</c>.</param>
    /// <param name="sourceSystem">The system that opened the incident.</param>
    /// <param name="reference">Its reference there.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The incident.</returns>
    /// <exception cref="NotFoundException">There is no such force or incident.</exception>
    /// <exception cref="CrimeAuditException">The call failed otherwise.</exception>
    public static Task<GetIncidentResponse> GetAsync(
        this IIncidentClient incidents, string force, string sourceSystem, string reference, CancellationToken cancellationToken = default) =>
        incidents.GetAsync(new GetIncidentRequest { Force = force, SourceSystem = sourceSystem, Ref = reference }, cancellationToken);

    /// <summary>Lists all incidents of a force in the order in which the log first heard of them.</summary>
    /// <param name="incidents">The client.</param>
    /// <param name="force">Slug of the force.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The incidents, each once.</returns>
    /// <exception cref="CrimeAuditException">A page could not be read.</exception>
    public static IAsyncEnumerable<IncidentSummary> ListAsync(
        this IIncidentClient incidents, string force, CancellationToken cancellationToken = default) =>
        incidents.ListAsync(new ListIncidentsRequest { Force = force }, cancellationToken);

    /// <summary>Follows all updates of a force, from the beginning of the log or after a message of an earlier watch.</summary>
    /// <param name="incidents">The client.</param>
    /// <param name="force">Slug of the force.</param>
    /// <param name="resumeToken">Of the last message whose work is done; null or empty: from the beginning.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The messages, as <see cref="IIncidentClient.WatchAsync"/> has them.</returns>
    /// <exception cref="CrimeAuditException">The watch was refused.</exception>
    public static IAsyncEnumerable<WatchIncidentsResponse> WatchAsync(
        this IIncidentClient incidents, string force, string? resumeToken = null, CancellationToken cancellationToken = default) =>
        incidents.WatchAsync(
            new WatchIncidentsRequest { Force = force, ResumeToken = resumeToken ?? "" }, cancellationToken: cancellationToken);
}
