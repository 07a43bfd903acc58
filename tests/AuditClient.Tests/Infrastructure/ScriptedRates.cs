using CrimeAudit.V1;
using Grpc.Core;

namespace AuditClient.Tests.Infrastructure;

/// <summary>A rate service that knows one answer, and watches as the test says.</summary>
internal sealed class ScriptedRates : RateService.RateServiceBase
{
    /// <summary>What happens on each watch; by default it ends at once.</summary>
    public Func<WatchAccountedForRateRequest, IServerStreamWriter<WatchAccountedForRateResponse>, CancellationToken, Task> Watch { get; set; } =
        (_, _, _) => Task.CompletedTask;

    public override Task WatchAccountedForRate(
        WatchAccountedForRateRequest request, IServerStreamWriter<WatchAccountedForRateResponse> responseStream, ServerCallContext context) =>
        Watch(request, responseStream, context.CancellationToken);

    public override Task<GetAccountedForRateResponse> GetAccountedForRate(GetAccountedForRateRequest request, ServerCallContext context) =>
        Task.FromResult(new GetAccountedForRateResponse { Method = $"accounted-for rate of alleged crimes of {request.Force}" });
}
