using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits;

/// <summary>An audit taken through its steps by those whose steps they are.</summary>
internal sealed class Inspection(ServiceUnderTest service, string id, string force)
{
    public const string LeadSecret = "the lead's secret, long enough";
    public const string ForceSecret = "the force's secret, long enough";
    public const string ReviewersHome = "cumbria";

    private const int ReviewsAtOnce = 8;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IAuditClient Lead => service.Lead().Audits;

    private IAuditClient Registrar => service.Registrar(force).Audits;

    public async Task<Audit> CreateAsync(AuditPlan plan) => (await Lead.CreateAsync(id, plan, Cancel)).Audit;

    public async Task<Audit> CommitAsLeadAsync(string requestId = "commit-lead") =>
        (await Lead.CommitSeedAsync(id, requestId, LeadSecret, Cancel)).Audit;

    public async Task<Audit> CommitAsForceAsync(string requestId = "commit-force") =>
        (await Registrar.CommitSeedAsync(id, requestId, ForceSecret, Cancel)).Audit;

    public async Task<Audit> FreezeAsync(string requestId = "freeze") => (await Lead.FreezeFrameAsync(id, requestId, Cancel)).Audit;

    public async Task<Audit> RevealAsLeadAsync(string requestId = "reveal-lead", string secret = LeadSecret) =>
        (await Lead.RevealSeedAsync(id, requestId, secret, cancellationToken: Cancel)).Audit;

    public async Task<Audit> RevealAsForceAsync(string requestId = "reveal-force", string secret = ForceSecret) =>
        (await Registrar.RevealSeedAsync(id, requestId, secret, cancellationToken: Cancel)).Audit;

    public async Task<Audit> WitnessAsync(string seed, string requestId = "witness") =>
        (await Lead.RevealSeedAsync(id, requestId, seed, "ten dice thrown before the board", Cancel)).Audit;

    public async Task<Audit> DrawAsync(string requestId = "draw") => (await Lead.DrawSampleAsync(id, requestId, Cancel)).Audit;

    public async Task<IReadOnlyList<SampleItem>> ItemsAsync(int pageSize = 0)
    {
        var items = new List<SampleItem>();
        await foreach (SampleItem item in Lead.ListSampleItemsAsync(new ListSampleItemsRequest { AuditId = id, PageSize = pageSize }, Cancel))
        {
            items.Add(item);
        }

        return items;
    }

    public Task<SubmitReviewResponse> ReviewAsync(string unitId, Review review, string home = ReviewersHome, string? requestId = null) =>
        service.Auditor(home).Audits.SubmitReviewAsync(id, requestId ?? unitId, unitId, review, Cancel);

    /// <summary>Gives what is due to the one auditor there is.</summary>
    public Task<AssignReviewsResponse> AssignAsync(string requestId = "assign") => AssignAsync(requestId, "a-auditor");

    /// <summary>Gives what is due to auditors whose home is elsewhere.</summary>
    public Task<AssignReviewsResponse> AssignAsync(string requestId, params IEnumerable<string> subjects) => Lead.AssignReviewsAsync(
        id, requestId, subjects.Select(s => new Reviewer { Subject = s, HomeForces = { ReviewersHome } }), Cancel);

    /// <summary>The force accepts every finding that is with it.</summary>
    public async Task AcceptAllAsync()
    {
        await foreach (SampleItem item in Registrar.ListSampleItemsAsync(id, Cancel))
        {
            if (item.State is ItemState.WithForce or ItemState.Upheld)
            {
                await Registrar.RespondToFindingAsync(
                    new RespondToFindingRequest { AuditId = id, RequestId = $"accept {item.UnitId}", UnitId = item.UnitId, Accept = true }, Cancel);
            }
        }
    }

    public Task<EstimateRecordingRateResponse> EstimateAsync() => service.Lead().Rates.EstimateRecordingRateAsync(id, Cancel);

    /// <summary>Creates, freezes, seeds by witnesses, draws and assigns.</summary>
    public async Task<IReadOnlyList<SampleItem>> DrawnAsync(AuditPlan plan, string seed = "271828182845")
    {
        await CreateAsync(plan);
        await FreezeAsync();
        await WitnessAsync(seed);
        await DrawAsync();
        await AssignAsync();
        return await ItemsAsync();
    }

    /// <summary>Reviews items, several at a time.</summary>
    public Task ReviewAllAsync(IEnumerable<SampleItem> items, Func<SampleItem, Review> review) => Parallel.ForEachAsync(
        items,
        new ParallelOptions { MaxDegreeOfParallelism = ReviewsAtOnce, CancellationToken = Cancel },
        async (item, _) => await ReviewAsync(item.UnitId, review(item)));
}
