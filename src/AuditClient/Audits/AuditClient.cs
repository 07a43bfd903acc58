using CrimeAudit.V1;
using Grpc.Core;

namespace CrimeAudit.Client;

/// <inheritdoc/>
internal sealed class AuditClient(AuditService.AuditServiceClient raw, UnaryCalls calls, TimeProvider clock) : IAuditClient
{
    public Task<PlanAuditResponse> PlanAsync(PlanAuditRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.PlanAudit), raw.PlanAuditAsync, request, cancellationToken);

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

    public Task<GetSampleItemResponse> GetSampleItemAsync(GetSampleItemRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.GetSampleItem), raw.GetSampleItemAsync, request, cancellationToken);

    public Task<AssignReviewsResponse> AssignReviewsAsync(AssignReviewsRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.AssignReviews), raw.AssignReviewsAsync, request, cancellationToken);

    public Task<ReportUnavailableResponse> ReportUnavailableAsync(ReportUnavailableRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ReportUnavailable), raw.ReportUnavailableAsync, request, cancellationToken);

    public Task<ExtendSampleResponse> ExtendSampleAsync(ExtendSampleRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ExtendSample), raw.ExtendSampleAsync, request, cancellationToken);

    public Task<RespondToFindingResponse> RespondToFindingAsync(RespondToFindingRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.RespondToFinding), raw.RespondToFindingAsync, request, cancellationToken);

    public Task<ReconsiderResponse> ReconsiderAsync(ReconsiderRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.Reconsider), raw.ReconsiderAsync, request, cancellationToken);

    public Task<ArbitrateResponse> ArbitrateAsync(ArbitrateRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.Arbitrate), raw.ArbitrateAsync, request, cancellationToken);

    public Task<ReopenItemResponse> ReopenItemAsync(ReopenItemRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.ReopenItem), raw.ReopenItemAsync, request, cancellationToken);

    public Task<FinalizeAuditResponse> FinalizeAsync(FinalizeAuditRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.FinalizeAudit), raw.FinalizeAuditAsync, request, cancellationToken);

    public Task<AbandonAuditResponse> AbandonAsync(AbandonAuditRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.AbandonAudit), raw.AbandonAuditAsync, request, cancellationToken);

    public async Task ExportAsync(ExportAuditRequest request, Stream bundle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        using AsyncServerStreamingCall<ExportAuditResponse> call = raw.ExportAudit(request, new CallOptions(cancellationToken: cancellationToken));
        while (await call.MoveNextAsync(cancellationToken).ConfigureAwait(false))
        {
            await bundle.WriteAsync(call.ResponseStream.Current.Data.Memory, cancellationToken).ConfigureAwait(false);
        }
    }

    public IAsyncEnumerable<WatchAuditResponse> WatchAsync(
        WatchAuditRequest request, IncidentWatchOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        // The caller may change its request meanwhile.
        WatchAuditRequest asked = request.Clone();
        return new ResumingStream<WatchAuditResponse>(
            nameof(raw.WatchAudit),
            (_, call) => raw.WatchAudit(asked, call),
            (options ?? new IncidentWatchOptions()).Validated(),
            clock,
            message => message.Audit?.State is AuditState.Final or AuditState.Abandoned or AuditState.Voided)
            .FollowAsync(cancellationToken);
    }

    public Task<GetAuditResponse> GetAsync(GetAuditRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.GetAudit), raw.GetAuditAsync, request, cancellationToken);

    public Task<GetReviewQualityResponse> GetReviewQualityAsync(GetReviewQualityRequest request, CancellationToken cancellationToken) =>
        calls.RunAsync(nameof(raw.GetReviewQuality), raw.GetReviewQualityAsync, request, cancellationToken);

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
