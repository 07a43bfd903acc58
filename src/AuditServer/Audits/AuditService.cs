using AuditServer.Audits.Exporting;
using AuditServer.Audits.Frames;
using AuditServer.Audits.Plans;
using AuditServer.Audits.Quality;
using AuditServer.Audits.Reviews;
using AuditServer.Audits.Seeds;
using AuditServer.Audits.Watching;
using AuditServer.Hosting;
using AuditServer.Security;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Audits;

/// <summary>
/// Inspections over gRPC: who asks, which step, and its answer. Which force an audit is of is known only once it is
/// found, so the check of the caller's force is handed on to there.
/// </summary>
internal sealed class AuditService(
    CountedPlanning counting,
    AuditPlanning planning,
    SeedCommitments commitments,
    SeedReveals reveals,
    FrameFreeze freeze,
    SampleDraw draw,
    ReviewAssignment assignment,
    ItemCalls calls,
    SampleReserves reserves,
    SampleItems items,
    AuditEnding ending,
    AuditWatches watches,
    AuditExport export,
    AuditReading reading,
    ReviewQuality quality) : CrimeAudit.V1.AuditService.AuditServiceBase
{
    /// <summary>Whoever may create an audit may count its frame before.</summary>
    private const string CreateMethod = "/crimeaudit.v1.AuditService/CreateAudit";

    public override Task<PlanAuditResponse> PlanAudit(PlanAuditRequest request, ServerCallContext context) =>
        request.Plan is null
            ? Task.FromResult(SamplePlanning.Plan(request))
            : counting.PlanAsync(request, force => ForceAccess.Require(context.Caller(), CreateMethod, force), context.CancellationToken);

    public override async Task<CreateAuditResponse> CreateAudit(CreateAuditRequest request, ServerCallContext context) =>
        new() { Audit = await planning.CreateAsync(request, context.Caller().Subject, context.RequireForce, context.CancellationToken) };

    public override async Task<CommitSeedResponse> CommitSeed(CommitSeedRequest request, ServerCallContext context) =>
        new() { Audit = await commitments.CommitAsync(request, context.Caller(), context.RequireForce) };

    public override async Task<FreezeFrameResponse> FreezeFrame(FreezeFrameRequest request, ServerCallContext context) =>
        new() { Audit = await freeze.FreezeAsync(request, context.Caller().Subject, context.RequireForce, context.CancellationToken) };

    public override async Task<RevealSeedResponse> RevealSeed(RevealSeedRequest request, ServerCallContext context) =>
        new() { Audit = await reveals.RevealAsync(request, context.Caller(), context.Method, context.RequireForce, context.CancellationToken) };

    public override async Task<DrawSampleResponse> DrawSample(DrawSampleRequest request, ServerCallContext context) =>
        new() { Audit = await draw.DrawAsync(request, context.Caller().Subject, context.RequireForce, context.CancellationToken) };

    public override Task<ListSampleItemsResponse> ListSampleItems(ListSampleItemsRequest request, ServerCallContext context) =>
        items.ListAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);

    public override Task<GetSampleItemResponse> GetSampleItem(GetSampleItemRequest request, ServerCallContext context) =>
        items.GetAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);

    public override Task<AssignReviewsResponse> AssignReviews(AssignReviewsRequest request, ServerCallContext context) =>
        assignment.AssignAsync(request, context.Caller(), context.RequireForce);

    public override Task<SubmitReviewResponse> SubmitReview(SubmitReviewRequest request, ServerCallContext context) =>
        calls.SubmitAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);

    public override Task<ReportUnavailableResponse> ReportUnavailable(ReportUnavailableRequest request, ServerCallContext context) =>
        reserves.ReplaceAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);

    public override Task<ExtendSampleResponse> ExtendSample(ExtendSampleRequest request, ServerCallContext context) =>
        reserves.ExtendAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);

    public override Task<RespondToFindingResponse> RespondToFinding(RespondToFindingRequest request, ServerCallContext context) =>
        calls.RespondAsync(request, context.Caller(), context.RequireForce);

    public override Task<ReconsiderResponse> Reconsider(ReconsiderRequest request, ServerCallContext context) =>
        calls.ReconsiderAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);

    public override Task<ArbitrateResponse> Arbitrate(ArbitrateRequest request, ServerCallContext context) =>
        calls.ArbitrateAsync(request, context.Caller(), context.Method, context.RequireForce, context.CancellationToken);

    public override Task<ReopenItemResponse> ReopenItem(ReopenItemRequest request, ServerCallContext context) =>
        calls.ReopenAsync(request, context.Caller(), context.RequireForce);

    public override Task<FinalizeAuditResponse> FinalizeAudit(FinalizeAuditRequest request, ServerCallContext context) =>
        ending.FinalizeAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);

    public override Task<AbandonAuditResponse> AbandonAudit(AbandonAuditRequest request, ServerCallContext context) =>
        ending.AbandonAsync(request, context.Caller(), context.RequireForce);

    public override Task WatchAudit(
        WatchAuditRequest request, IServerStreamWriter<WatchAuditResponse> responseStream, ServerCallContext context) =>
        watches.RunAsync(request, context.Caller(), context.RequireForce, responseStream, context.StoppingToken());

    public override Task ExportAudit(
        ExportAuditRequest request, IServerStreamWriter<ExportAuditResponse> responseStream, ServerCallContext context) =>
        export.RunAsync(request, context.Caller(), context.RequireForce, responseStream, context.StoppingToken());

    public override Task<GetAuditResponse> GetAudit(GetAuditRequest request, ServerCallContext context) =>
        reading.GetAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);

    public override Task<GetReviewQualityResponse> GetReviewQuality(GetReviewQualityRequest request, ServerCallContext context) =>
        quality.GetAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);

    public override Task<ListAuditsResponse> ListAudits(ListAuditsRequest request, ServerCallContext context) =>
        reading.ListAsync(request, context.Caller(), context.Method, context.CancellationToken);
}
