namespace AuditServer.Tests.Security;

/// <summary>
/// Who may call what, written down from the comments of the contract and apart from the server's table. Columns:
/// submitter, reader, auditor, lead, registrar, admin. <c>-</c> no; <c>A</c> any force; <c>O</c> own force;
/// <c>N</c> any but the own.
/// </summary>
internal static class ExpectedAccess
{
    public static IReadOnlyList<string> Columns { get; } = ["submitter", "reader", "auditor", "lead", "registrar", "admin"];

    public static IReadOnlyDictionary<string, string> Matrix { get; } = new Dictionary<string, string>
    {
        ["/crimeaudit.v1.IncidentService/SubmitIncident"] = "O-----",
        ["/crimeaudit.v1.IncidentService/BatchSubmitIncidents"] = "O-----",
        ["/crimeaudit.v1.IncidentService/StreamIncidents"] = "O-----",
        ["/crimeaudit.v1.IncidentService/GetIncident"] = "OO-AOA",
        ["/crimeaudit.v1.IncidentService/ListIncidents"] = "OO-AOA",
        ["/crimeaudit.v1.IncidentService/WatchIncidents"] = "OO-AOA",
        ["/crimeaudit.v1.IncidentService/ListOverdue"] = "OO-AOA",
        ["/crimeaudit.v1.IncidentService/WatchOverdue"] = "OO-AOA",
        ["/crimeaudit.v1.AuditService/PlanAudit"] = "--AA-A",
        ["/crimeaudit.v1.AuditService/CreateAudit"] = "---N--",
        ["/crimeaudit.v1.AuditService/CommitSeed"] = "---NO-",
        ["/crimeaudit.v1.AuditService/FreezeFrame"] = "---N--",
        ["/crimeaudit.v1.AuditService/RevealSeed"] = "---NO-",
        ["/crimeaudit.v1.AuditService/DrawSample"] = "---N--",
        ["/crimeaudit.v1.AuditService/ListSampleItems"] = "--NNOA",
        ["/crimeaudit.v1.AuditService/SubmitReview"] = "--N---",
        ["/crimeaudit.v1.AuditService/GetSampleItem"] = "--NNOA",
        ["/crimeaudit.v1.AuditService/AssignReviews"] = "---N--",
        ["/crimeaudit.v1.AuditService/ReportUnavailable"] = "--NN--",
        ["/crimeaudit.v1.AuditService/ExtendSample"] = "---N--",
        ["/crimeaudit.v1.AuditService/RespondToFinding"] = "----O-",
        ["/crimeaudit.v1.AuditService/Reconsider"] = "--N---",
        ["/crimeaudit.v1.AuditService/Arbitrate"] = "--NN--",
        ["/crimeaudit.v1.AuditService/ReopenItem"] = "---N--",
        ["/crimeaudit.v1.AuditService/FinalizeAudit"] = "---N--",
        ["/crimeaudit.v1.AuditService/AbandonAudit"] = "---N--",
        ["/crimeaudit.v1.AuditService/WatchAudit"] = "---AOA",
        ["/crimeaudit.v1.AuditService/ExportAudit"] = "---N-A",
        ["/crimeaudit.v1.AuditService/GetAudit"] = "--AAOA",
        ["/crimeaudit.v1.AuditService/GetReviewQuality"] = "---AOA",
        ["/crimeaudit.v1.AuditService/ListAudits"] = "--AAOA",
        ["/crimeaudit.v1.RateService/GetAccountedForRate"] = "OOAAOA",
        ["/crimeaudit.v1.RateService/WatchAccountedForRate"] = "OOAAOA",
        ["/crimeaudit.v1.RateService/GetPublicTable"] = "AAAAAA",
        ["/crimeaudit.v1.RateService/EstimateRecordingRate"] = "-OAAOA",
        ["/crimeaudit.v1.RateService/EstimateClassification"] = "-OAAOA",
        ["/crimeaudit.v1.RateService/EstimateNotRecorded"] = "-OAAOA",
        ["/crimeaudit.v1.RateService/CompareEstimates"] = "-OAAOA",
        ["/crimeaudit.v1.RateService/ExplainShortfall"] = "-OAAOA",
        ["/crimeaudit.v1.RateService/ImportVolumes"] = "---A-A",
        ["/crimeaudit.v1.RateService/ListVolumes"] = "AAAAAA",
        ["/crimeaudit.v1.LedgerService/GetCheckpoint"] = "AAAAAA",
        ["/crimeaudit.v1.LedgerService/GetInclusionProof"] = "AAAAAA",
        ["/crimeaudit.v1.LedgerService/GetConsistencyProof"] = "AAAAAA",
        ["/crimeaudit.v1.LedgerService/ReadEntries"] = "AAAAAA",
        ["/crimeaudit.v1.LedgerService/GetReceipt"] = "AAAAAA",
        ["/crimeaudit.v1.LedgerService/RedactEntry"] = "----OA",
        ["/crimeaudit.v1.ReferenceService/ListForces"] = "AAAAAA",
        ["/crimeaudit.v1.ReferenceService/ListOffences"] = "AAAAAA",
        ["/crimeaudit.v1.ReferenceService/ListRuleVersions"] = "AAAAAA",
        ["/crimeaudit.v1.ReferenceService/ListPublishedResults"] = "AAAAAA",
    };

    public static char Of(string method, string role) => Matrix[method][Columns.ToList().IndexOf(role)];
}
