using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <inheritdoc/>
internal sealed class AuditClient(AuditService.AuditServiceClient raw, UnaryCalls calls) : IAuditClient
{
    public Task<CreateAuditResponse> CreateAsync(CreateAuditRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.CreateAudit), raw.CreateAuditAsync, request, cancellationToken);

    public Task<CommitSeedResponse> CommitSeedAsync(CommitSeedRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.CommitSeed), raw.CommitSeedAsync, request, cancellationToken);

    public Task<FreezeFrameResponse> FreezeFrameAsync(FreezeFrameRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.FreezeFrame), raw.FreezeFrameAsync, request, cancellationToken);

    public Task<RevealSeedResponse> RevealSeedAsync(RevealSeedRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.RevealSeed), raw.RevealSeedAsync, request, cancellationToken);

    public Task<DrawSampleResponse> DrawSampleAsync(DrawSampleRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.DrawSample), raw.DrawSampleAsync, request, cancellationToken);

    public IAsyncEnumerable<SampleItem> ListSampleItemsAsync(ListSampleItemsRequest request, CancellationToken cancellationToken) =>
        Pages.WalkAsync(
            (token, cancel) => ListSampleItemsPageAsync(new ListSampleItemsRequest(request) { PageToken = token }, cancel),
            request.PageToken,
            page => page.Items,
            page => page.NextPageToken,
            cancellationToken);

    public Task<ListSampleItemsResponse> ListSampleItemsPageAsync(ListSampleItemsRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ListSampleItems), raw.ListSampleItemsAsync, request, cancellationToken);

    public Task<SubmitReviewResponse> SubmitReviewAsync(SubmitReviewRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.SubmitReview), raw.SubmitReviewAsync, request, cancellationToken);

    public Task<GetAuditResponse> GetAsync(GetAuditRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.GetAudit), raw.GetAuditAsync, request, cancellationToken);

    public IAsyncEnumerable<Audit> ListAsync(ListAuditsRequest request, CancellationToken cancellationToken) =>
        Pages.WalkAsync(
            (token, cancel) => ListPageAsync(new ListAuditsRequest(request) { PageToken = token }, cancel),
            request.PageToken,
            page => page.Audits,
            page => page.NextPageToken,
            cancellationToken);

    public Task<ListAuditsResponse> ListPageAsync(ListAuditsRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ListAudits), raw.ListAuditsAsync, request, cancellationToken);
}
