using AuditServer.Errors;
using AuditServer.Hosting;
using AuditServer.Incidents.Intake;
using AuditServer.Incidents.Watching;
using AuditServer.Ledger;
using AuditServer.Overdue;
using AuditServer.Overdue.Watching;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace AuditServer.Incidents;

/// <summary>Incidents over gRPC: lets updates in, queues them for their turn, and answers from the log.</summary>
internal sealed class IncidentService(
    UpdateIntake intake,
    Sequencer sequencer,
    IncidentQueries queries,
    IncidentWatches watches,
    OverdueQueries overdue,
    OverdueWatches overdueWatches,
    Receipts receipts,
    ReceiptProofs proofs,
    IOptions<IncidentOptions> options)
    : CrimeAudit.V1.IncidentService.IncidentServiceBase
{
    public override async Task<SubmitIncidentResponse> SubmitIncident(SubmitIncidentRequest request, ServerCallContext context)
    {
        (AcceptedUpdate? update, Fault? refusal) = intake.Accept(request.Update, "update", context.Caller(), context.Method);
        var work = new UpdateWork([update ?? throw refusal!]) { WantStates = true };
        sequencer.Enqueue(work);
        UpdateOutcome outcome = (await work.Done)[0];
        if (outcome.Refusal is not null)
        {
            throw outcome.Refusal;
        }

        Receipt receipt = Receipts.Of(outcome);
        await proofs.AddAsync(request.WantProof ? [receipt] : [], context.CancellationToken);
        // Of what was erased since nothing is known by the name that was sent.
        IncidentStanding standing = outcome.State is { } state ? receipts.StandingOf(state) : new IncidentStanding();
        return new SubmitIncidentResponse
        {
            Receipt = receipt,
            AllegedCrimes = { standing.AllegedCrimes },
            PresumedCrimes = { standing.PresumedCrimes },
            Breaches = { standing.Breaches },
            UnmatchedAllegedRefs = { standing.UnmatchedAllegedRefs },
            UnmatchedCrimeRefs = { standing.UnmatchedCrimeRefs },
        };
    }

    public override async Task<BatchSubmitIncidentsResponse> BatchSubmitIncidents(BatchSubmitIncidentsRequest request, ServerCallContext context)
    {
        RequireBatchSize(request.Updates.Count);
        IReadOnlyList<AcceptedUpdate> updates = intake.AcceptAll(request.Updates, "updates", context.Caller(), context.Method);
        var work = new UpdateWork(updates) { AllOrNothing = true, WantStates = request.WantStandings };
        sequencer.Enqueue(work);
        UpdateOutcome[] outcomes = await work.Done;
        if (outcomes[0].Refusal is { } refusal)
        {
            throw refusal;
        }

        Receipt[] answer = [.. outcomes.Select(receipts.WithStanding)];
        await proofs.AddAsync(request.WantProofs ? answer : [], context.CancellationToken);
        return new BatchSubmitIncidentsResponse { Receipts = { answer } };
    }

    public override Task StreamIncidents(
        IAsyncStreamReader<StreamIncidentsRequest> requestStream,
        IServerStreamWriter<StreamIncidentsResponse> responseStream,
        ServerCallContext context) =>
        new IncidentStream(intake, sequencer, receipts, proofs, options.Value, context.Caller(), context.Method)
            .RunAsync(requestStream, responseStream, context.StoppingToken());

    public override async Task<GetIncidentResponse> GetIncident(GetIncidentRequest request, ServerCallContext context)
    {
        RequireName(request);
        context.RequireForce(request.Force);
        return await queries.GetAsync(new IncidentName(request.Force, request.SourceSystem, request.Ref), context.CancellationToken);
    }

    public override async Task<ListIncidentsResponse> ListIncidents(ListIncidentsRequest request, ServerCallContext context)
    {
        context.RequireForce(request.Force);
        return await queries.ListAsync(request, context.CancellationToken);
    }

    public override Task WatchIncidents(
        WatchIncidentsRequest request, IServerStreamWriter<WatchIncidentsResponse> responseStream, ServerCallContext context) =>
        watches.RunAsync(WatchQuestion.Read(request, context.Caller(), context.Method), responseStream, context.StoppingToken());

    public override Task<ListOverdueResponse> ListOverdue(ListOverdueRequest request, ServerCallContext context) =>
        overdue.ListAsync(request, OverdueForces.Of(context, request.Force), context.CancellationToken);

    public override Task WatchOverdue(
        WatchOverdueRequest request, IServerStreamWriter<WatchOverdueResponse> responseStream, ServerCallContext context) =>
        overdueWatches.RunAsync(
            OverdueQuestion.Read(request), OverdueForces.Of(context, request.Force), responseStream, context.StoppingToken());

    private static void RequireName(GetIncidentRequest request)
    {
        var violations = new Violations();
        foreach ((string field, string value) in new[] { ("force", request.Force), ("source_system", request.SourceSystem), ("ref", request.Ref) })
        {
            if (value.Length == 0)
            {
                violations.Add(field, "is missing");
            }
        }

        violations.ThrowIfAny();
    }

    private void RequireBatchSize(int updates)
    {
        if (updates > options.Value.MaxBatch)
        {
            throw Faults.OverLimit("updates", updates, options.Value.MaxBatch, "CrimeAudit:Incidents:MaxBatch");
        }

        if (updates == 0)
        {
            throw Faults.InvalidFields([new Violation("updates", "is empty")]);
        }
    }
}
