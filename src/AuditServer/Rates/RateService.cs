using AuditServer.Security;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Rates;

/// <summary>Rates over gRPC: checks the question, asks, answers. No arithmetic, no SQL.</summary>
internal sealed class RateService(AccountedForQueries accountedFor, AuditEstimates rates, NotRecordedEstimates notRecorded, Volumes volumes)
    : CrimeAudit.V1.RateService.RateServiceBase
{
    public override async Task<GetAccountedForRateResponse> GetAccountedForRate(GetAccountedForRateRequest request, ServerCallContext context)
    {
        context.RequireForce(request.Force);
        return await accountedFor.AnswerAsync(AccountedForQuestion.Read(request), context.CancellationToken);
    }

    public override Task<EstimateRecordingRateResponse> EstimateRecordingRate(EstimateRecordingRateRequest request, ServerCallContext context) =>
        rates.EstimateAsync(request, context.RequireForce, context.CancellationToken);

    public override Task<EstimateNotRecordedResponse> EstimateNotRecorded(EstimateNotRecordedRequest request, ServerCallContext context) =>
        notRecorded.EstimateAsync(request, context.RequireForce, context.CancellationToken);

    public override Task<ImportVolumesResponse> ImportVolumes(ImportVolumesRequest request, ServerCallContext context) =>
        volumes.ImportAsync(request);

    public override Task<ListVolumesResponse> ListVolumes(ListVolumesRequest request, ServerCallContext context) =>
        volumes.ListAsync(request, context.CancellationToken);
}
