using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <inheritdoc/>
internal sealed class ReferenceClient(ReferenceService.ReferenceServiceClient raw, UnaryCalls calls) : IReferenceClient
{
    public Task<ListForcesResponse> ListForcesAsync(ListForcesRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ListForces), raw.ListForcesAsync, request, cancellationToken);

    public Task<ListOffencesResponse> ListOffencesAsync(ListOffencesRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ListOffences), raw.ListOffencesAsync, request, cancellationToken);

    public Task<ListRuleVersionsResponse> ListRuleVersionsAsync(ListRuleVersionsRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ListRuleVersions), raw.ListRuleVersionsAsync, request, cancellationToken);

    public Task<ListPublishedResultsResponse> ListPublishedResultsAsync(ListPublishedResultsRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ListPublishedResults), raw.ListPublishedResultsAsync, request, cancellationToken);
}
