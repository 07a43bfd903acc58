using System.Security.Cryptography;
using System.Text;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Demo;

/// <summary>Takes an inspection from plan to reviewed sample, each step by whoever may take it.</summary>
/// <param name="roles">The parts.</param>
/// <param name="auditId">Its id.</param>
/// <param name="seed">Text from which both secrets are made, so that a run can be repeated.</param>
internal sealed class InspectionCourse(DemoRoles roles, string auditId, string seed)
{
    private const int Reviewers = 32;

    /// <summary>The audit's id.</summary>
    public string AuditId => auditId;

    /// <summary>One reviewer has nobody to review a second time.</summary>
    public static ReviewPolicy OneReview() => new() { SecondReviewShare = 0, PassReviewShare = 0 };

    private string LeadSecret => Secret("lead");

    private string ForceSecret => Secret("force");

    /// <summary>Plans, commits, freezes, reveals and draws.</summary>
    /// <returns>The items of the sample, by stratum, in ticket order.</returns>
    public async Task<IReadOnlyDictionary<string, List<SampleItem>>> DrawAsync(AuditPlan plan, CancellationToken cancel)
    {
        await roles.Lead.Audits.CreateAsync(auditId, plan, cancel);
        await roles.Lead.Audits.CommitSeedAsync(auditId, "commit-lead", LeadSecret, cancel);
        await roles.Registrar.Audits.CommitSeedAsync(auditId, "commit-force", ForceSecret, cancel);
        await roles.Lead.Audits.FreezeFrameAsync(auditId, "freeze", cancel);
        await roles.Lead.Audits.RevealSeedAsync(auditId, "reveal-lead", LeadSecret, cancellationToken: cancel);
        await roles.Registrar.Audits.RevealSeedAsync(auditId, "reveal-force", ForceSecret, cancellationToken: cancel);
        await roles.Lead.Audits.DrawSampleAsync(auditId, "draw", cancel);
        await roles.Lead.Audits.AssignReviewsAsync(auditId, "assign", [new Reviewer { Subject = DemoRoles.AuditorSubject }], cancel);
        return await ItemsAsync(cancel);
    }

    /// <summary>Submits the reviews.</summary>
    /// <param name="reviews">A review for each unit.</param>
    /// <param name="done">Told after each review.</param>
    /// <param name="cancel">Stops.</param>
    public Task ReviewAsync(IEnumerable<(string UnitId, Review Review)> reviews, Action done, CancellationToken cancel) =>
        Parallel.ForEachAsync(
            reviews,
            new ParallelOptions { MaxDegreeOfParallelism = Reviewers, CancellationToken = cancel },
            async (item, token) =>
            {
                await roles.Auditor.Audits.SubmitReviewAsync(
                    new SubmitReviewRequest { AuditId = auditId, RequestId = item.UnitId, UnitId = item.UnitId, Review = item.Review }, token);
                done();
            });

    /// <summary>The sample as the lead sees it, by stratum, in ticket order.</summary>
    public async Task<IReadOnlyDictionary<string, List<SampleItem>>> ItemsAsync(CancellationToken cancel)
    {
        var items = new Dictionary<string, List<SampleItem>>(StringComparer.Ordinal);
        await foreach (SampleItem item in roles.Lead.Audits.ListSampleItemsAsync(auditId, cancellationToken: cancel).WithCancellation(cancel))
        {
            if (!items.TryGetValue(item.Stratum, out List<SampleItem>? ofStratum))
            {
                items.Add(item.Stratum, ofStratum = []);
            }

            ofStratum.Add(item);
        }

        return items;
    }

    /// <summary>The frame's strata, in the order of the plan.</summary>
    public async Task<IReadOnlyList<FrameStratum>> StrataAsync(CancellationToken cancel) =>
        (await roles.Lead.Audits.GetAsync(auditId, cancel)).Audit.Strata;

    private string Secret(string party) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{auditId} {party} {seed}")));
}
