using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Tests.Support;

/// <summary>Services of the contract without anything behind them: what is not overridden answers UNIMPLEMENTED.</summary>
internal static class Stubs
{
    internal sealed class Reference(Behaviour behaviour) : ReferenceService.ReferenceServiceBase
    {
        public override async Task<ListForcesResponse> ListForces(ListForcesRequest request, ServerCallContext context)
        {
            await behaviour.Unary(context);
            return new ListForcesResponse { Source = "stub" };
        }
    }

    internal sealed class Incidents(Behaviour behaviour) : IncidentService.IncidentServiceBase
    {
        public override async Task<SubmitIncidentResponse> SubmitIncident(SubmitIncidentRequest request, ServerCallContext context)
        {
            await behaviour.Unary(context);
            return new SubmitIncidentResponse();
        }

        public override Task StreamIncidents(
            IAsyncStreamReader<StreamIncidentsRequest> requestStream,
            IServerStreamWriter<StreamIncidentsResponse> responseStream,
            ServerCallContext context) => behaviour.Stream(requestStream, responseStream, context);
    }

    internal sealed class Audits : AuditService.AuditServiceBase;

    internal sealed class Rates : RateService.RateServiceBase;

    internal sealed class Ledger : LedgerService.LedgerServiceBase;
}
