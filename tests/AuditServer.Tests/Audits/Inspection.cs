using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Tests.Audits;

/// <summary>An audit driven through its steps, each with a request id of its own name.</summary>
internal sealed class Inspection(FeatureServer server, string id)
{
    public string Id => id;

    public AsyncUnaryCall<CreateAuditResponse> Create(AuditPlan plan, Metadata? by = null) =>
        server.Audits.CreateAuditAsync(new CreateAuditRequest { AuditId = id, Plan = plan }, by ?? server.Lead());

    public AsyncUnaryCall<CommitSeedResponse> Commit(bool lead, string? requestId = null, string? secret = null, Metadata? by = null) =>
        server.Audits.CommitSeedAsync(
            Given.Commitment(id, requestId ?? (lead ? "commit-lead" : "commit-force"), secret ?? SecretOf(lead)), by ?? PartyOf(lead));

    public AsyncUnaryCall<FreezeFrameResponse> Freeze(string requestId = "freeze", Metadata? by = null) =>
        server.Audits.FreezeFrameAsync(new FreezeFrameRequest { AuditId = id, RequestId = requestId }, by ?? server.Lead());

    public AsyncUnaryCall<RevealSeedResponse> Reveal(bool lead, string? secret = null, string? requestId = null, Metadata? by = null) =>
        server.Audits.RevealSeedAsync(
            new RevealSeedRequest
            {
                AuditId = id,
                RequestId = requestId ?? (lead ? "reveal-lead" : "reveal-force"),
                Reveal = secret ?? SecretOf(lead),
            },
            by ?? PartyOf(lead));

    public AsyncUnaryCall<RevealSeedResponse> Witness(string seed = "271828", string requestId = "witness", Metadata? by = null) =>
        server.Audits.RevealSeedAsync(
            new RevealSeedRequest { AuditId = id, RequestId = requestId, Reveal = seed, WitnessStatement = "six dice before the board" },
            by ?? server.Lead());

    public AsyncUnaryCall<DrawSampleResponse> Draw(string requestId = "draw") =>
        server.Audits.DrawSampleAsync(new DrawSampleRequest { AuditId = id, RequestId = requestId }, server.Lead());

    public AsyncUnaryCall<ExtendSampleResponse> Extend(string requestId, string stratum) =>
        server.Audits.ExtendSampleAsync(
            new ExtendSampleRequest { AuditId = id, RequestId = requestId, Stratum = stratum, Additional = 1 }, server.Lead());

    public AsyncUnaryCall<FinalizeAuditResponse> Final(string requestId = "final") =>
        server.Audits.FinalizeAuditAsync(new FinalizeAuditRequest { AuditId = id, RequestId = requestId }, server.Lead());

    public AsyncUnaryCall<AbandonAuditResponse> Abandon(string requestId = "abandon") =>
        server.Audits.AbandonAuditAsync(
            new AbandonAuditRequest { AuditId = id, RequestId = requestId, Reason = "the force merged" }, server.Lead());

    /// <summary>Lets the time to reveal pass until the service says that it did.</summary>
    public async Task WithholdAsync()
    {
        server.Clock.Advance((await GetAsync()).Plan.RevealWindow.ToTimeSpan());
        using AsyncServerStreamingCall<WatchAuditResponse> watch = server.Audits.WatchAudit(new WatchAuditRequest { AuditId = id }, server.Lead());
        await foreach (WatchAuditResponse _ in watch.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            // It ends with the audit.
        }
    }

    public AsyncUnaryCall<ListSampleItemsResponse> List(Metadata? by = null, string stratum = "", int pageSize = 0, string token = "") =>
        server.Audits.ListSampleItemsAsync(
            new ListSampleItemsRequest { AuditId = id, Stratum = stratum, PageSize = pageSize, PageToken = token }, by ?? server.Lead());

    public AsyncUnaryCall<SubmitReviewResponse> Review(string unitId, Review review, string? requestId = null, Metadata? by = null) =>
        server.Audits.SubmitReviewAsync(
            new SubmitReviewRequest { AuditId = id, RequestId = requestId ?? $"review-{unitId}", UnitId = unitId, Review = review },
            by ?? server.Auditor());

    public AsyncUnaryCall<EstimateRecordingRateResponse> Rate(
        EstimateDomain? domain = null, Weighting weighting = Weighting.Unspecified, Metadata? by = null) =>
        server.Rates.EstimateRecordingRateAsync(
            new EstimateRecordingRateRequest { AuditId = id, Domain = domain, Weighting = weighting }, by ?? server.Lead());

    public AsyncUnaryCall<EstimateNotRecordedResponse> NotRecorded(string volumesTo = "") =>
        server.Rates.EstimateNotRecordedAsync(new EstimateNotRecordedRequest { AuditId = id, VolumesTo = volumesTo }, server.Lead());

    public async Task<Audit> GetAsync() => (await server.Audits.GetAuditAsync(new GetAuditRequest { AuditId = id }, server.Lead())).Audit;

    /// <summary>Gives what is due to auditors of Kent.</summary>
    public AsyncUnaryCall<AssignReviewsResponse> Assign(string requestId, params IEnumerable<string> subjects) =>
        server.Audits.AssignReviewsAsync(
            new AssignReviewsRequest
            {
                AuditId = id,
                RequestId = requestId,
                Reviewers = { subjects.Select(s => new Reviewer { Subject = s, HomeForces = { "kent" } }) },
            },
            server.Lead());

    public AsyncUnaryCall<RespondToFindingResponse> Accept(string unitId) =>
        server.Audits.RespondToFindingAsync(
            new RespondToFindingRequest { AuditId = id, RequestId = $"accept-{unitId}", UnitId = unitId, Accept = true }, server.Registrar());

    /// <summary>The force accepts whatever it was told.</summary>
    public async Task AcceptAllAsync()
    {
        foreach (SampleItem item in (await ItemsAsync()).Where(i => i.State == ItemState.WithForce))
        {
            await Accept(item.UnitId);
        }
    }

    /// <summary>Takes a witnessed audit to its sample, given to auditors; to Anna unless others are named.</summary>
    public async Task<IReadOnlyList<SampleItem>> DrawnAsync(AuditPlan plan, params string[] auditors)
    {
        await Create(plan);
        await Freeze();
        await Witness();
        await Draw();
        await Assign("assign", auditors.Length > 0 ? auditors : ["anna"]);
        return await ItemsAsync();
    }

    /// <summary>The whole sample, page after page.</summary>
    public async Task<IReadOnlyList<SampleItem>> ItemsAsync(Metadata? by = null, int pageSize = 0, string stratum = "")
    {
        var items = new List<SampleItem>();
        string token = "";
        do
        {
            ListSampleItemsResponse page = await List(by, stratum, pageSize, token);
            items.AddRange(page.Items);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return items;
    }

    private static string SecretOf(bool lead) => lead ? Given.LeadSecret : Given.ForceSecret;

    private Metadata PartyOf(bool lead) => lead ? server.Lead() : server.Registrar();
}
