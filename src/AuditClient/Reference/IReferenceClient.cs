using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// Reference data inside the service, with source and licence. Shorter forms are in <see cref="ReferenceClientExtensions"/>.
/// </summary>
public interface IReferenceClient
{
    /// <summary>The forces of England and Wales.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The forces by slug.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ListForcesResponse> ListForcesAsync(ListForcesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Notifiable offences and reported-incident codes in effect on a day.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The offences and codes.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ListOffencesResponse> ListOffencesAsync(ListOffencesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Versions of the recording rules that the service applies.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The versions, oldest first.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ListRuleVersionsResponse> ListRuleVersionsAsync(ListRuleVersionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Results that inspectors published.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The results.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    Task<ListPublishedResultsResponse> ListPublishedResultsAsync(ListPublishedResultsRequest request, CancellationToken cancellationToken = default);
}
