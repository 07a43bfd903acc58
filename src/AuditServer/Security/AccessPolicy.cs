using System.Collections.Frozen;

namespace AuditServer.Security;

/// <summary>
/// Who may call what: the one table of roles and force rules, by full RPC name. A method that is not here is refused
/// to everybody.
/// </summary>
internal static class AccessPolicy
{
    private static readonly FrozenDictionary<string, ForceRule> AnyRole = Rules(any: [.. Role.All]);

    private static readonly FrozenDictionary<string, ForceRule> ForcesThemselvesAndInspectors = Rules(
        own: [Role.Submitter, Role.Reader, Role.Registrar],
        any: [Role.Auditor, Role.Lead, Role.Admin]);

    // Auditors review blind: what the force made of a report they see in the items given to them, and no more.
    private static readonly FrozenDictionary<string, ForceRule> RecordReaders = Rules(
        own: [Role.Submitter, Role.Reader, Role.Registrar],
        any: [Role.Lead, Role.Admin]);

    private static readonly FrozenDictionary<string, ForceRule> ItemReaders = Rules(
        own: [Role.Registrar], any: [Role.Admin], notOwn: [Role.Lead, Role.Auditor]);

    private static readonly FrozenDictionary<string, ForceRule> AuditReaders = Rules(
        own: [Role.Registrar],
        any: [Role.Lead, Role.Auditor, Role.Admin]);

    private static readonly FrozenDictionary<string, ForceRule> EstimateReaders = Rules(
        own: [Role.Registrar, Role.Reader],
        any: [Role.Lead, Role.Auditor, Role.Admin]);

    private static readonly FrozenDictionary<string, ForceRule> Submitters = Rules(own: [Role.Submitter]);

    private static readonly FrozenDictionary<string, ForceRule> Leads = Rules(notOwn: [Role.Lead]);

    private static readonly FrozenDictionary<string, ForceRule> LeadAndForce = Rules(own: [Role.Registrar], notOwn: [Role.Lead]);

    private static readonly FrozenDictionary<string, FrozenDictionary<string, ForceRule>> Table =
        new Dictionary<string, FrozenDictionary<string, ForceRule>>
        {
            ["/crimeaudit.v1.IncidentService/SubmitIncident"] = Submitters,
            ["/crimeaudit.v1.IncidentService/BatchSubmitIncidents"] = Submitters,
            ["/crimeaudit.v1.IncidentService/StreamIncidents"] = Submitters,
            ["/crimeaudit.v1.IncidentService/GetIncident"] = RecordReaders,
            ["/crimeaudit.v1.IncidentService/ListIncidents"] = RecordReaders,
            ["/crimeaudit.v1.IncidentService/WatchIncidents"] = RecordReaders,
            ["/crimeaudit.v1.IncidentService/ListOverdue"] = RecordReaders,
            ["/crimeaudit.v1.IncidentService/WatchOverdue"] = RecordReaders,

            ["/crimeaudit.v1.AuditService/PlanAudit"] = Rules(any: [Role.Lead, Role.Auditor, Role.Admin]),
            ["/crimeaudit.v1.AuditService/CreateAudit"] = Leads,
            ["/crimeaudit.v1.AuditService/CommitSeed"] = LeadAndForce,
            ["/crimeaudit.v1.AuditService/FreezeFrame"] = Leads,
            ["/crimeaudit.v1.AuditService/RevealSeed"] = LeadAndForce,
            ["/crimeaudit.v1.AuditService/DrawSample"] = Leads,
            ["/crimeaudit.v1.AuditService/ListSampleItems"] = ItemReaders,
            ["/crimeaudit.v1.AuditService/GetSampleItem"] = ItemReaders,
            ["/crimeaudit.v1.AuditService/AssignReviews"] = Leads,
            ["/crimeaudit.v1.AuditService/SubmitReview"] = Rules(notOwn: [Role.Auditor]),
            ["/crimeaudit.v1.AuditService/ReportUnavailable"] = Rules(notOwn: [Role.Lead, Role.Auditor]),
            ["/crimeaudit.v1.AuditService/ExtendSample"] = Leads,
            ["/crimeaudit.v1.AuditService/RespondToFinding"] = Rules(own: [Role.Registrar]),
            ["/crimeaudit.v1.AuditService/Reconsider"] = Rules(notOwn: [Role.Auditor]),
            ["/crimeaudit.v1.AuditService/Arbitrate"] = Rules(notOwn: [Role.Lead, Role.Auditor]),
            ["/crimeaudit.v1.AuditService/ReopenItem"] = Leads,
            ["/crimeaudit.v1.AuditService/FinalizeAudit"] = Leads,
            ["/crimeaudit.v1.AuditService/AbandonAudit"] = Leads,
            ["/crimeaudit.v1.AuditService/WatchAudit"] = Rules(own: [Role.Registrar], any: [Role.Lead, Role.Admin]),
            ["/crimeaudit.v1.AuditService/ExportAudit"] = Rules(any: [Role.Admin], notOwn: [Role.Lead]),
            ["/crimeaudit.v1.AuditService/GetAudit"] = AuditReaders,
            ["/crimeaudit.v1.AuditService/GetReviewQuality"] = Rules(own: [Role.Registrar], any: [Role.Lead, Role.Admin]),
            ["/crimeaudit.v1.AuditService/ListAudits"] = AuditReaders,

            ["/crimeaudit.v1.RateService/GetAccountedForRate"] = ForcesThemselvesAndInspectors,
            ["/crimeaudit.v1.RateService/WatchAccountedForRate"] = ForcesThemselvesAndInspectors,
            ["/crimeaudit.v1.RateService/GetPublicTable"] = AnyRole,
            ["/crimeaudit.v1.RateService/EstimateRecordingRate"] = EstimateReaders,
            ["/crimeaudit.v1.RateService/EstimateClassification"] = EstimateReaders,
            ["/crimeaudit.v1.RateService/EstimateNotRecorded"] = EstimateReaders,
            ["/crimeaudit.v1.RateService/CompareEstimates"] = EstimateReaders,
            ["/crimeaudit.v1.RateService/ExplainShortfall"] = EstimateReaders,
            ["/crimeaudit.v1.RateService/ImportVolumes"] = Rules(any: [Role.Lead, Role.Admin]),
            ["/crimeaudit.v1.RateService/ListVolumes"] = AnyRole,

            ["/crimeaudit.v1.LedgerService/GetCheckpoint"] = AnyRole,
            ["/crimeaudit.v1.LedgerService/GetInclusionProof"] = AnyRole,
            ["/crimeaudit.v1.LedgerService/GetConsistencyProof"] = AnyRole,
            ["/crimeaudit.v1.LedgerService/ReadEntries"] = AnyRole,
            ["/crimeaudit.v1.LedgerService/GetReceipt"] = AnyRole,
            ["/crimeaudit.v1.LedgerService/RedactEntry"] = Rules(own: [Role.Registrar], any: [Role.Admin]),

            ["/crimeaudit.v1.ReferenceService/ListForces"] = AnyRole,
            ["/crimeaudit.v1.ReferenceService/ListOffences"] = AnyRole,
            ["/crimeaudit.v1.ReferenceService/ListRuleVersions"] = AnyRole,
            ["/crimeaudit.v1.ReferenceService/ListPublishedResults"] = AnyRole,
        }.ToFrozenDictionary();

    /// <summary>Every method in the table, as <c>/package.Service/Method</c>.</summary>
    public static IReadOnlyList<string> Methods => Table.Keys;

    /// <summary>The roles that may call a method, each with its force rule; none for a method that is not in the table.</summary>
    public static IReadOnlyDictionary<string, ForceRule> RolesOf(string method) =>
        Table.TryGetValue(method, out FrozenDictionary<string, ForceRule>? roles) ? roles : FrozenDictionary<string, ForceRule>.Empty;

    private static FrozenDictionary<string, ForceRule> Rules(string[]? own = null, string[]? any = null, string[]? notOwn = null) =>
        Enumerable.Empty<KeyValuePair<string, ForceRule>>()
            .Concat((own ?? []).Select(role => KeyValuePair.Create(role, ForceRule.OwnForce)))
            .Concat((any ?? []).Select(role => KeyValuePair.Create(role, ForceRule.AnyForce)))
            .Concat((notOwn ?? []).Select(role => KeyValuePair.Create(role, ForceRule.NotOwnForce)))
            .ToFrozenDictionary();
}
