using System.Collections.Frozen;

namespace AuditServer.Security;

/// <summary>
/// Who may call what, and what is kept of it: the one table of roles, force rules and disclosures, by full RPC name. A method that is
/// not here is refused to everybody.
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

    private static readonly FrozenDictionary<string, MethodAccess> Table =
        new Dictionary<string, MethodAccess>
        {
            ["/crimeaudit.v1.IncidentService/SubmitIncident"] = new(Submitters, Disclosure.AsEntry),
            ["/crimeaudit.v1.IncidentService/BatchSubmitIncidents"] = new(Submitters, Disclosure.AsEntry),
            ["/crimeaudit.v1.IncidentService/StreamIncidents"] = new(Submitters, Disclosure.AsEntry),
            ["/crimeaudit.v1.IncidentService/GetIncident"] = new(RecordReaders, Disclosure.Noted),
            ["/crimeaudit.v1.IncidentService/ListIncidents"] = new(RecordReaders, Disclosure.Noted),
            ["/crimeaudit.v1.IncidentService/WatchIncidents"] = new(RecordReaders, Disclosure.Noted),
            ["/crimeaudit.v1.IncidentService/ListOverdue"] = new(RecordReaders, Disclosure.Noted),
            ["/crimeaudit.v1.IncidentService/WatchOverdue"] = new(RecordReaders, Disclosure.Noted),

            ["/crimeaudit.v1.AuditService/PlanAudit"] = new(Rules(any: [Role.Lead, Role.Auditor, Role.Admin]), Disclosure.None),
            ["/crimeaudit.v1.AuditService/CreateAudit"] = new(Leads, Disclosure.None),
            ["/crimeaudit.v1.AuditService/CommitSeed"] = new(LeadAndForce, Disclosure.None),
            ["/crimeaudit.v1.AuditService/FreezeFrame"] = new(Leads, Disclosure.None),
            ["/crimeaudit.v1.AuditService/RevealSeed"] = new(LeadAndForce, Disclosure.None),
            ["/crimeaudit.v1.AuditService/DrawSample"] = new(Leads, Disclosure.None),
            ["/crimeaudit.v1.AuditService/ListSampleItems"] = new(ItemReaders, Disclosure.Noted),
            ["/crimeaudit.v1.AuditService/GetSampleItem"] = new(ItemReaders, Disclosure.Noted),
            ["/crimeaudit.v1.AuditService/AssignReviews"] = new(Leads, Disclosure.None),
            ["/crimeaudit.v1.AuditService/SubmitReview"] = new(Rules(notOwn: [Role.Auditor]), Disclosure.None),
            ["/crimeaudit.v1.AuditService/ReportUnavailable"] = new(Rules(notOwn: [Role.Lead, Role.Auditor]), Disclosure.AsEntry),
            ["/crimeaudit.v1.AuditService/ExtendSample"] = new(Leads, Disclosure.None),
            ["/crimeaudit.v1.AuditService/RespondToFinding"] = new(Rules(own: [Role.Registrar]), Disclosure.None),
            ["/crimeaudit.v1.AuditService/Reconsider"] = new(Rules(notOwn: [Role.Auditor]), Disclosure.None),
            ["/crimeaudit.v1.AuditService/Arbitrate"] = new(Rules(notOwn: [Role.Lead, Role.Auditor]), Disclosure.None),
            ["/crimeaudit.v1.AuditService/ReopenItem"] = new(Leads, Disclosure.None),
            ["/crimeaudit.v1.AuditService/FinalizeAudit"] = new(Leads, Disclosure.None),
            ["/crimeaudit.v1.AuditService/AbandonAudit"] = new(Leads, Disclosure.None),
            ["/crimeaudit.v1.AuditService/WatchAudit"] = new(Rules(own: [Role.Registrar], any: [Role.Lead, Role.Admin]), Disclosure.None),
            ["/crimeaudit.v1.AuditService/ExportAudit"] = new(Rules(any: [Role.Admin], notOwn: [Role.Lead]), Disclosure.Noted),
            ["/crimeaudit.v1.AuditService/GetAudit"] = new(AuditReaders, Disclosure.None),
            ["/crimeaudit.v1.AuditService/GetReviewQuality"] = new(Rules(own: [Role.Registrar], any: [Role.Lead, Role.Admin]), Disclosure.None),
            ["/crimeaudit.v1.AuditService/ListAudits"] = new(AuditReaders, Disclosure.None),

            ["/crimeaudit.v1.RateService/GetAccountedForRate"] = new(ForcesThemselvesAndInspectors, Disclosure.None),
            ["/crimeaudit.v1.RateService/WatchAccountedForRate"] = new(ForcesThemselvesAndInspectors, Disclosure.None),
            ["/crimeaudit.v1.RateService/GetPublicTable"] = new(AnyRole, Disclosure.None),
            ["/crimeaudit.v1.RateService/EstimateRecordingRate"] = new(EstimateReaders, Disclosure.None),
            ["/crimeaudit.v1.RateService/EstimateClassification"] = new(EstimateReaders, Disclosure.None),
            ["/crimeaudit.v1.RateService/EstimateNotRecorded"] = new(EstimateReaders, Disclosure.None),
            ["/crimeaudit.v1.RateService/CompareEstimates"] = new(EstimateReaders, Disclosure.None),
            ["/crimeaudit.v1.RateService/ExplainShortfall"] = new(EstimateReaders, Disclosure.None),
            ["/crimeaudit.v1.RateService/ImportVolumes"] = new(Rules(any: [Role.Lead, Role.Admin]), Disclosure.None),
            ["/crimeaudit.v1.RateService/ListVolumes"] = new(AnyRole, Disclosure.None),

            ["/crimeaudit.v1.LedgerService/GetCheckpoint"] = new(AnyRole, Disclosure.None),
            ["/crimeaudit.v1.LedgerService/GetInclusionProof"] = new(AnyRole, Disclosure.None),
            ["/crimeaudit.v1.LedgerService/GetConsistencyProof"] = new(AnyRole, Disclosure.None),
            ["/crimeaudit.v1.LedgerService/ReadEntries"] = new(AnyRole, Disclosure.Noted),
            ["/crimeaudit.v1.LedgerService/GetReceipt"] = new(AnyRole, Disclosure.Noted),
            ["/crimeaudit.v1.LedgerService/RedactEntry"] = new(Rules(own: [Role.Registrar], any: [Role.Admin]), Disclosure.None),

            ["/crimeaudit.v1.ReferenceService/ListForces"] = new(AnyRole, Disclosure.None),
            ["/crimeaudit.v1.ReferenceService/ListOffences"] = new(AnyRole, Disclosure.None),
            ["/crimeaudit.v1.ReferenceService/ListRuleVersions"] = new(AnyRole, Disclosure.None),
            ["/crimeaudit.v1.ReferenceService/ListPublishedResults"] = new(AnyRole, Disclosure.None),
        }.ToFrozenDictionary();

    /// <summary>Every method in the table, as <c>/package.Service/Method</c>.</summary>
    public static IReadOnlyList<string> Methods => Table.Keys;

    /// <summary>The roles that may call a method, each with its force rule; none for a method that is not in the table.</summary>
    public static IReadOnlyDictionary<string, ForceRule> RolesOf(string method) =>
        Table.TryGetValue(method, out MethodAccess? access) ? access.Roles : FrozenDictionary<string, ForceRule>.Empty;

    /// <summary>What the answers of a method can tell of persons.</summary>
    /// <exception cref="KeyNotFoundException">The method is not in the table, and open to nobody.</exception>
    public static Disclosure DisclosureOf(string method) => Table[method].Disclosure;

    private static FrozenDictionary<string, ForceRule> Rules(string[]? own = null, string[]? any = null, string[]? notOwn = null) =>
        Enumerable.Empty<KeyValuePair<string, ForceRule>>()
            .Concat((own ?? []).Select(role => KeyValuePair.Create(role, ForceRule.OwnForce)))
            .Concat((any ?? []).Select(role => KeyValuePair.Create(role, ForceRule.AnyForce)))
            .Concat((notOwn ?? []).Select(role => KeyValuePair.Create(role, ForceRule.NotOwnForce)))
            .ToFrozenDictionary();
}
