namespace Acceptance.Tests.Json;

/// <summary>An example of every unary RPC, in an order in which they run one after the other on an empty log.</summary>
internal static class JsonExamples
{
    public static IReadOnlyList<JsonExample> All { get; } =
    [
        .. OfIncidents(), .. Incident("URN-3"), .. Incident("URN-4"), .. JsonAuditExamples.ToTheEstimate, .. OfRates(),
        .. JsonAuditExamples.OfEndings, .. OfContrasts(), .. OfLedger(), .. OfReference(),
    ];

    private static IEnumerable<JsonExample> OfIncidents() =>
    [
        new("SubmitIncident", "submitter", "/v1/incidents:submit", """
            {"update": {
              "sender": {"force": "thames-valley", "sourceSystem": "storm", "requestId": "storm-1"},
              "incident": {"sourceSystem": "storm", "ref": "URN-1"},
              "eventTime": {"time": "2018-11-05T14:30:00Z", "precision": "TIME_PRECISION_INSTANT"},
              "opened": {
                "reportedTime": {"time": "2018-11-05T14:30:00Z", "precision": "TIME_PRECISION_INSTANT"},
                "channel": "CHANNEL_EMERGENCY_CALL",
                "reporterKind": "REPORTER_KIND_VICTIM",
                "allegedCrimes": [{"allegedRef": "a1", "offence": {"code": "005/02"}, "victimRef": "v-81"}]}}}
            """),
        new("BatchSubmitIncidents", "submitter", "/v1/incidents:batchSubmit", """
            {"updates": [
              {"sender": {"force": "thames-valley", "sourceSystem": "niche", "requestId": "niche-1"},
               "incident": {"sourceSystem": "storm", "ref": "URN-1"},
               "eventTime": {"time": "2018-11-05T17:00:00Z", "precision": "TIME_PRECISION_INSTANT"},
               "crimeRecorded": {"crimeRef": "43180001", "offence": {"code": "005/02"}, "victimRef": "v-81", "allegedRefs": ["a1"]}},
              {"sender": {"force": "thames-valley", "sourceSystem": "storm", "requestId": "storm-2"},
               "incident": {"sourceSystem": "storm", "ref": "URN-2"},
               "eventTime": {"time": "2018-11-06T09:10:00Z", "precision": "TIME_PRECISION_INSTANT"},
               "opened": {
                 "reportedTime": {"time": "2018-11-06T09:10:00Z", "precision": "TIME_PRECISION_INSTANT"},
                 "qualifiers": ["domestic-abuse"],
                 "allegedCrimes": [{"allegedRef": "a1", "offence": {"code": "019/08"}}]}}]}
            """),
        new("GetIncident", "reader", "/v1/forces/thames-valley/systems/storm/incidents/URN-1"),
        new("ListIncidents", "reader", "/v1/forces/thames-valley/incidents?status=INCIDENT_STATUS_OPEN&pageSize=50"),
        new("ListOverdue", "reader", "/v1/overdue?force=thames-valley&dueWithin=14400s"),
    ];

    private static IEnumerable<JsonExample> Incident(string reference) =>
    [
        new("SubmitIncident", "submitter", "/v1/incidents:submit", $$$$$"""
            {"update": {
              "sender": {"force": "thames-valley", "sourceSystem": "storm", "requestId": "storm-{{{{{reference}}}}}"},
              "incident": {"sourceSystem": "storm", "ref": "{{{{{reference}}}}}"},
              "eventTime": {"time": "2018-11-07T08:00:00Z", "precision": "TIME_PRECISION_INSTANT"},
              "opened": {"reportedTime": {"time": "2018-11-07T08:00:00Z", "precision": "TIME_PRECISION_INSTANT"}}}}
            """) { Silent = true },
    ];

    private static IEnumerable<JsonExample> OfRates() =>
    [
        new("GetAccountedForRate", "reader",
            "/v1/forces/thames-valley/accountedForRate?fromMonth=2018-11&breakdown=BREAKDOWN_OFFENCE_CLASS"),
        new("GetPublicTable", "reader", "/v1/forces/thames-valley/publicTable"),
        new("EstimateRecordingRate", "lead",
            "/v1/audits/tvp-2018/recordingRate?confidenceLevel=0.9&domain.offenceGroups=OFFENCE_GROUP_VIOLENCE"),
        new("EstimateClassification", "lead", "/v1/audits/tvp-2018/classification?confidenceLevel=0.9"),
        new("EstimateNotRecorded", "lead", "/v1/audits/tvp-2018/notRecorded?volumesTo=2018-12-31"),
        new("ImportVolumes", "lead", "/v1/volumes", """
            {"version": "board-2019", "source": "Figures of the board", "figures": [
              {"force": "thames-valley", "periodEnd": "2018-12-31", "category": "Violence with injury", "count": "46311"},
              {"force": "thames-valley", "periodEnd": "2018-12-31", "category": "Sexual offences", "count": "5453"},
              {"force": "thames-valley", "periodEnd": "2018-12-31", "category": "Robbery", "count": "110306"}]}
            """),
        new("ListVolumes", "reader", "/v1/forces/thames-valley/volumes?to=2018-12-31&version=board-2019"),
    ];

    private static IEnumerable<JsonExample> OfContrasts() =>
    [
        .. JsonAuditExamples.OtherWave,
        new("CompareEstimates", "lead", "/v1/audits:compareEstimates", """
            {"pairs": [{"firstAuditId": "tvp-2018", "secondAuditId": "tvp-2018-c"}], "confidenceLevel": 0.95}
            """),
        new("ExplainShortfall", "reader", "/v1/shortfall?force=thames-valley&fromMonth=2018-11&mostLevels=5"),
        new("GetReviewQuality", "registrar", "/v1/audits/tvp-2018/reviewQuality"),
    ];

    private static IEnumerable<JsonExample> OfLedger() =>
    [
        new("GetCheckpoint", "reader", "/v1/ledger/checkpoint"),
        new("GetInclusionProof", "reader", "/v1/ledger/entries/0/inclusionProof?treeSize=3"),
        new("GetConsistencyProof", "reader", "/v1/ledger/consistencyProof?firstSize=3"),
        new("GetReceipt", "reader", "/v1/ledger/receipt?force=thames-valley&sourceSystem=storm&requestId=storm-1"),
        // While an audit that is not over holds a report, it cannot be erased.
        new("AbandonAudit", "lead", "/v1/audits/tvp-2018-c:abandonAudit", """
            {"requestId": "abandon-c", "reason": "Drawn to be compared alone"}
            """) { Silent = true, Another = true },
        new("RedactEntry", "registrar", "/v1/ledger/entries/0:redact", """
            {"requestId": "erasure-2019-014", "reason": "Erasure granted", "legalBasis": "UK GDPR article 17"}
            """),
    ];

    private static IEnumerable<JsonExample> OfReference() =>
    [
        new("ListForces", "reader", "/v1/forces"),
        new("ListOffences", "reader", "/v1/offences?effectiveOn=2026-04-01"),
        new("ListRuleVersions", "reader", "/v1/ruleVersions"),
        new("ListPublishedResults", "reader", "/v1/publishedResults?force=thames-valley"),
    ];
}
