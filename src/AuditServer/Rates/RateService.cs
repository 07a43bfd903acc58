using AuditServer.Errors;
using AuditServer.Hosting;
using AuditServer.Security;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Rates;

/// <summary>Rates over gRPC: checks the question, asks, answers. No arithmetic, no SQL.</summary>
internal sealed class RateService(
    AccountedForQueries accountedFor,
    RateWatches watches,
    PublicTables publicTables,
    AuditEstimates rates,
    ClassificationEstimates classifications,
    NotRecordedEstimates notRecorded,
    AuditComparisons comparisons,
    LiveShortfalls liveShortfalls,
    AuditShortfalls auditShortfalls,
    Volumes volumes)
    : CrimeAudit.V1.RateService.RateServiceBase
{
    public override async Task<GetAccountedForRateResponse> GetAccountedForRate(GetAccountedForRateRequest request, ServerCallContext context)
    {
        context.RequireForce(request.Force);
        return (await accountedFor.AnswerAsync(AccountedForQuestion.Read(request), context.CancellationToken)).Response;
    }

    public override Task WatchAccountedForRate(
        WatchAccountedForRateRequest request, IServerStreamWriter<WatchAccountedForRateResponse> responseStream, ServerCallContext context)
    {
        if (request.Question is not { Force.Length: > 0 })
        {
            throw Faults.InvalidFields([new Violation("question.force", "is missing")]);
        }

        context.RequireForce(request.Question.Force);
        return watches.RunAsync(AccountedForQuestion.Read(request), responseStream, context.StoppingToken());
    }

    public override Task<GetPublicTableResponse> GetPublicTable(GetPublicTableRequest request, ServerCallContext context)
    {
        context.RequireForce(request.Force);
        return publicTables.ReadAsync(request.Force, context.CancellationToken);
    }

    public override Task<EstimateRecordingRateResponse> EstimateRecordingRate(EstimateRecordingRateRequest request, ServerCallContext context) =>
        rates.EstimateAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);

    public override Task<EstimateClassificationResponse> EstimateClassification(
        EstimateClassificationRequest request, ServerCallContext context) =>
        classifications.EstimateAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);

    public override Task<EstimateNotRecordedResponse> EstimateNotRecorded(EstimateNotRecordedRequest request, ServerCallContext context) =>
        notRecorded.EstimateAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);

    public override Task<CompareEstimatesResponse> CompareEstimates(CompareEstimatesRequest request, ServerCallContext context) =>
        comparisons.CompareAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);

    public override Task<ExplainShortfallResponse> ExplainShortfall(ExplainShortfallRequest request, ServerCallContext context)
    {
        if (request.SubjectCase == ExplainShortfallRequest.SubjectOneofCase.AuditId)
        {
            return auditShortfalls.ExplainAsync(request, context.Caller(), context.RequireForce, context.CancellationToken);
        }

        context.RequireForce(request.Force);
        return liveShortfalls.ExplainAsync(request, context.CancellationToken);
    }

    public override Task<ImportVolumesResponse> ImportVolumes(ImportVolumesRequest request, ServerCallContext context) =>
        volumes.ImportAsync(request);

    public override Task<ListVolumesResponse> ListVolumes(ListVolumesRequest request, ServerCallContext context) =>
        volumes.ListAsync(request, context.CancellationToken);
}
