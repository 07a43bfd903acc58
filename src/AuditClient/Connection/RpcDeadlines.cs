using System.Collections.Frozen;

namespace CrimeAudit.Client;

/// <summary>
/// How long each call may take in all, its retries included. These are the deadlines that the contract states;
/// <see cref="CrimeAuditClientOptions.Deadlines"/> overrides single ones.
/// </summary>
public static class RpcDeadlines
{
    /// <summary>
    /// Default deadline by RPC name (<c>GetIncident</c>). StreamIncidents, ReadEntries and the watches have none and are not in the table.
    /// </summary>
    public static IReadOnlyDictionary<string, TimeSpan> Defaults { get; } = new Dictionary<string, TimeSpan>
    {
        ["SubmitIncident"] = TimeSpan.FromSeconds(10),
        ["BatchSubmitIncidents"] = TimeSpan.FromSeconds(30),
        ["GetIncident"] = TimeSpan.FromSeconds(5),
        ["ListIncidents"] = TimeSpan.FromSeconds(10),
        ["ListOverdue"] = TimeSpan.FromSeconds(10),
        ["PlanAudit"] = TimeSpan.FromSeconds(60),
        ["CreateAudit"] = TimeSpan.FromSeconds(10),
        ["CommitSeed"] = TimeSpan.FromSeconds(10),
        ["FreezeFrame"] = TimeSpan.FromSeconds(120),
        ["RevealSeed"] = TimeSpan.FromSeconds(10),
        ["DrawSample"] = TimeSpan.FromSeconds(120),
        ["ListSampleItems"] = TimeSpan.FromSeconds(10),
        ["SubmitReview"] = TimeSpan.FromSeconds(10),
        ["GetSampleItem"] = TimeSpan.FromSeconds(5),
        ["AssignReviews"] = TimeSpan.FromSeconds(30),
        ["ReportUnavailable"] = TimeSpan.FromSeconds(120),
        ["ExtendSample"] = TimeSpan.FromSeconds(120),
        ["RespondToFinding"] = TimeSpan.FromSeconds(10),
        ["Reconsider"] = TimeSpan.FromSeconds(10),
        ["Arbitrate"] = TimeSpan.FromSeconds(10),
        ["ReopenItem"] = TimeSpan.FromSeconds(10),
        ["FinalizeAudit"] = TimeSpan.FromSeconds(60),
        ["AbandonAudit"] = TimeSpan.FromSeconds(10),
        ["GetAudit"] = TimeSpan.FromSeconds(5),
        ["GetReviewQuality"] = TimeSpan.FromSeconds(10),
        ["ListAudits"] = TimeSpan.FromSeconds(10),
        ["GetAccountedForRate"] = TimeSpan.FromSeconds(5),
        ["GetPublicTable"] = TimeSpan.FromSeconds(10),
        ["EstimateRecordingRate"] = TimeSpan.FromSeconds(10),
        ["EstimateClassification"] = TimeSpan.FromSeconds(10),
        ["EstimateNotRecorded"] = TimeSpan.FromSeconds(10),
        ["CompareEstimates"] = TimeSpan.FromSeconds(30),
        ["ExplainShortfall"] = TimeSpan.FromSeconds(30),
        ["ImportVolumes"] = TimeSpan.FromSeconds(30),
        ["ListVolumes"] = TimeSpan.FromSeconds(5),
        ["GetCheckpoint"] = TimeSpan.FromSeconds(5),
        ["GetInclusionProof"] = TimeSpan.FromSeconds(5),
        ["GetConsistencyProof"] = TimeSpan.FromSeconds(5),
        ["GetReceipt"] = TimeSpan.FromSeconds(5),
        ["RedactEntry"] = TimeSpan.FromSeconds(60),
        ["ListForces"] = TimeSpan.FromSeconds(5),
        ["ListOffences"] = TimeSpan.FromSeconds(5),
        ["ListRuleVersions"] = TimeSpan.FromSeconds(5),
        ["ListPublishedResults"] = TimeSpan.FromSeconds(5),
    }.ToFrozenDictionary();
}
