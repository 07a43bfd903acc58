using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Reviewing;

/// <summary>A drawn audit in review, with the people who take part in it.</summary>
internal sealed class ReviewedAudit(ServiceUnderTest service, string id, string force)
{
    private int requests;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string Id => id;

    public Inspection Inspection { get; } = new(service, id, force);

    public IAuditClient Lead => service.Lead().Audits;

    public IAuditClient Registrar => service.Registrar(force).Audits;

    public IAuditClient Auditor(string subject) => service.As(subject, "auditor", Inspection.ReviewersHome).Audits;

    /// <summary>Draws a sample of each opening code of a witnessed plan.</summary>
    public async Task<IReadOnlyList<SampleItem>> DrawnAsync(ReviewPolicy policy, params (string OpeningCode, int Size)[] strata)
    {
        AuditPlan plan = Plans.Of(force, SeedSource.Witnessed, strata);
        plan.ReviewPolicy = policy;
        await Inspection.CreateAsync(plan);
        await Inspection.FreezeAsync();
        await Inspection.WitnessAsync("27182818");
        await Inspection.DrawAsync();
        return await Inspection.ItemsAsync();
    }

    public Task<AssignReviewsResponse> AssignAsync(params IEnumerable<string> subjects) => Inspection.AssignAsync(Next("assign"), subjects);

    public Task<SubmitReviewResponse> ReviewAsync(string by, string unitId, Review review) =>
        Auditor(by).SubmitReviewAsync(id, Next("review"), unitId, review, Cancel);

    public Task<RespondToFindingResponse> DisputeAsync(string unitId, string why = "within another crime") =>
        Registrar.RespondToFindingAsync(new() { AuditId = id, RequestId = Next("dispute"), UnitId = unitId, Dispute = why }, Cancel);

    public Task<RespondToFindingResponse> AcceptAsync(string unitId) =>
        Registrar.RespondToFindingAsync(new() { AuditId = id, RequestId = Next("accept"), UnitId = unitId, Accept = true }, Cancel);

    public Task<ReconsiderResponse> ReconsiderAsync(string by, string unitId, Review review) =>
        Auditor(by).ReconsiderAsync(new() { AuditId = id, RequestId = Next("reconsider"), UnitId = unitId, Review = review, Reason = "read again" }, Cancel);

    public Task<ArbitrateResponse> ArbitrateAsync(IAuditClient by, string unitId, Review review) =>
        by.ArbitrateAsync(new() { AuditId = id, RequestId = Next("arbitrate"), UnitId = unitId, Review = review, Reason = "heard both" }, Cancel);

    public Task<ReopenItemResponse> ReopenAsync(string unitId) =>
        Lead.ReopenItemAsync(new() { AuditId = id, RequestId = Next("reopen"), UnitId = unitId, Reason = "a recording came up" }, Cancel);

    public Task<ReportUnavailableResponse> LostAsync(string unitId, string requestId) =>
        Lead.ReportUnavailableAsync(new() { AuditId = id, RequestId = requestId, UnitId = unitId, Reason = "the log is lost" }, Cancel);

    public Task<ExtendSampleResponse> ExtendAsync(string stratum, int additional, string requestId) =>
        Lead.ExtendSampleAsync(new() { AuditId = id, RequestId = requestId, Stratum = stratum, Additional = additional }, Cancel);

    public Task<FinalizeAuditResponse> FinalizeAsync(string requestId = "final") =>
        Lead.FinalizeAsync(new() { AuditId = id, RequestId = requestId }, Cancel);

    /// <summary>An item as the lead sees it.</summary>
    public async Task<SampleItem> ItemAsync(string unitId) => (await ItemAsync(Lead, unitId)).Item;

    public Task<GetSampleItemResponse> ItemAsync(IAuditClient by, string unitId) =>
        by.GetSampleItemAsync(new() { AuditId = id, UnitId = unitId }, Cancel);

    public async Task<ItemState> StateAsync(string unitId) => (await ItemAsync(unitId)).State;

    public async Task<IReadOnlyList<SampleItem>> ItemsAsync(IAuditClient by)
    {
        var items = new List<SampleItem>();
        await foreach (SampleItem item in by.ListSampleItemsAsync(id, Cancel))
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>Watches until the progress is as wanted; each message on the way must add up.</summary>
    public async Task<WatchedAudit> WatchUntilAsync(Func<WatchedAudit, bool> wanted)
    {
        await foreach (WatchAuditResponse message in Lead.WatchAsync(id, Cancel))
        {
            if (message.Audit is { } audit)
            {
                Assert.Equal(audit.Drawn, Sum(audit.Progress));
                Assert.All(audit.Strata, s => Assert.Equal(s.SampleSize, Sum(s.Progress)));
                if (wanted(audit))
                {
                    return audit;
                }
            }
        }

        throw new InvalidOperationException("The watch ended before.");
    }

    public static long Sum(ReviewProgress p) =>
        p.AwaitingReview + p.AwaitingSecondReview + p.AwaitingPassReview + p.Split + p.WithForce + p.Disputed + p.Upheld +
        p.InArbitration + p.Reopened + p.Settled + p.Unavailable;

    private string Next(string what) => $"{what}-{Interlocked.Increment(ref requests)}";
}
