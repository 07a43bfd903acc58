using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary>Everything about an audit that tables and reports are made of, as a lead reads it.</summary>
/// <param name="Audit">Plan, frame, progress.</param>
/// <param name="Items">The sample with its reviews and histories.</param>
/// <param name="Estimates">Of all crime first, then of each offence group.</param>
/// <param name="Classification">Which records by which the force says that there is no crime were right; empty where the plan asks for none.</param>
/// <param name="Quality">How far its reviews can be relied on.</param>
/// <param name="Shortfall">What goes with crimes that were missed, and how long recording took.</param>
internal sealed record WholeAudit(
    Audit Audit,
    IReadOnlyList<SampleItem> Items,
    IReadOnlyList<DomainEstimate> Estimates,
    EstimateClassificationResponse Classification,
    GetReviewQualityResponse Quality,
    ExplainShortfallResponse Shortfall)
{
    private static readonly string[] Groups = ["violence", "sexual", "other"];

    /// <exception cref="CrimeAuditException">A call failed.</exception>
    public static async Task<WholeAudit> ReadAsync(CrimeAuditClient client, string auditId, CancellationToken cancel)
    {
        Audit audit = (await client.Audits.GetAsync(auditId, cancel)).Audit;
        List<SampleItem> items = await client.Audits.ListSampleItemsAsync(auditId, cancel).ToListAsync(cancel);
        List<DomainEstimate> estimates = [new("all crime", await client.Rates.EstimateRecordingRateAsync(auditId, cancel))];
        foreach (string group in Groups)
        {
            var request = new EstimateRecordingRateRequest { AuditId = auditId, Domain = new() { OffenceGroups = { Choices.Groups[group] } } };
            estimates.Add(new(group, await client.Rates.EstimateRecordingRateAsync(request, cancel)));
        }

        return new WholeAudit(
            audit,
            items,
            estimates,
            await client.Rates.EstimateClassificationAsync(auditId, cancel),
            await client.Audits.GetReviewQualityAsync(new GetReviewQualityRequest { AuditId = auditId }, cancel),
            await client.Rates.ExplainShortfallAsync(new ExplainShortfallRequest { AuditId = auditId }, cancel));
    }
}
