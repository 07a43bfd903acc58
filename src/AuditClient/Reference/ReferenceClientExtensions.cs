using System.Globalization;
using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>Shorter forms of <see cref="IReferenceClient"/>.</summary>
public static class ReferenceClientExtensions
{
    /// <summary>The forces of England and Wales.</summary>
    /// <param name="reference">The client.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The forces by slug.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<ListForcesResponse> ListForcesAsync(this IReferenceClient reference, CancellationToken cancellationToken = default) =>
        reference.ListForcesAsync(new ListForcesRequest(), cancellationToken);

    /// <summary>Notifiable offences and reported-incident codes in effect on a day.</summary>
    /// <param name="reference">The client.</param>
    /// <param name="effectiveOn">The day; null: today, by the service's clock.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The offences and codes.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<ListOffencesResponse> ListOffencesAsync(
        this IReferenceClient reference, DateOnly? effectiveOn = null, CancellationToken cancellationToken = default) =>
        reference.ListOffencesAsync(
            new ListOffencesRequest { EffectiveOn = effectiveOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "" }, cancellationToken);

    /// <summary>Versions of the recording rules that the service applies.</summary>
    /// <param name="reference">The client.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The versions, oldest first.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<ListRuleVersionsResponse> ListRuleVersionsAsync(
        this IReferenceClient reference, CancellationToken cancellationToken = default) =>
        reference.ListRuleVersionsAsync(new ListRuleVersionsRequest(), cancellationToken);

    /// <summary>Results that inspectors published.</summary>
    /// <param name="reference">The client.</param>
    /// <param name="force">Only of this force; empty: of all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The results.</returns>
    /// <exception cref="CrimeAuditException">The call failed; its derived types say how.</exception>
    public static Task<ListPublishedResultsResponse> ListPublishedResultsAsync(
        this IReferenceClient reference, string force = "", CancellationToken cancellationToken = default) =>
        reference.ListPublishedResultsAsync(new ListPublishedResultsRequest { Force = force }, cancellationToken);
}
