using AuditServer.Security;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Rates;

/// <summary>Rates over gRPC: checks the question, asks, answers. No arithmetic, no SQL.</summary>
internal sealed class RateService(AccountedForQueries accountedFor) : CrimeAudit.V1.RateService.RateServiceBase
{
    public override async Task<GetAccountedForRateResponse> GetAccountedForRate(GetAccountedForRateRequest request, ServerCallContext context)
    {
        context.RequireForce(request.Force);
        return await accountedFor.AnswerAsync(AccountedForQuestion.Read(request), context.CancellationToken);
    }
}
