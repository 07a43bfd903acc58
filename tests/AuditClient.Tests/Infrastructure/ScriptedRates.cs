using CrimeAudit.V1;
using Grpc.Core;

namespace AuditClient.Tests.Infrastructure;

/// <summary>A rate service that knows one answer.</summary>
internal sealed class ScriptedRates : RateService.RateServiceBase
{
    public override Task<GetAccountedForRateResponse> GetAccountedForRate(GetAccountedForRateRequest request, ServerCallContext context) =>
        Task.FromResult(new GetAccountedForRateResponse { Method = $"accounted-for rate of alleged crimes of {request.Force}" });
}
