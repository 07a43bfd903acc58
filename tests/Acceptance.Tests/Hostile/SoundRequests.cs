using Acceptance.Tests.Support;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Tests.Shared;

namespace Acceptance.Tests.Hostile;

/// <summary>
/// For many RPCs a request that is right on a server that was given the state of a name, so that a request with one field
/// wrong reaches what lies behind the checks. An RPC that is not here is fuzzed from its descriptor alone.
/// </summary>
internal sealed class SoundRequests(string name, long apart)
{
    private const string Instant = """{"time": "2018-11-05T14:30:00Z", "precision": "TIME_PRECISION_INSTANT"}""";

    private readonly Dictionary<string, HostileMessage[]> requests = Texts(name, apart).GroupBy(t => t.Rpc, t => t.Json).ToDictionary(
        g => g.Key, g => g.Select(json => Parsed(ContractDescriptors.Rpcs.Single(r => r.Name == g.Key).InputType, json)).ToArray());

    /// <summary>A sound request of an RPC; null: there is none.</summary>
    public HostileMessage? Find(string rpc, Random random) =>
        requests.TryGetValue(rpc, out HostileMessage[]? sound) ? sound[random.Next(sound.Length)] : null;

    private static HostileMessage Parsed(MessageDescriptor type, string json) => HostileMessage.Of(JsonParser.Default.Parse(json, type));

    private static IEnumerable<(string Rpc, string Json)> Texts(string name, long apart) =>
        [.. OfIncidents(name), .. OfAudits(name), .. OfReviews(name), .. OfRates(name), .. OfLedger(apart)];

    private static IEnumerable<(string Rpc, string Json)> OfIncidents(string name)
    {
        string opened = Update(name, $$"""
            "opened": {"reportedTime": {{Instant}}, "channel": "CHANNEL_EMERGENCY_CALL", "reporterKind": "REPORTER_KIND_VICTIM", "area": "north",
             "qualifiers": ["domestic-abuse"], "allegedCrimes": [{"allegedRef": "a1", "offence": {"code": "005/02"}, "victimRef": "v1"}]}
            """);
        string recorded = Update(name, """ "crimeRecorded": {"crimeRef": "c1", "offence": {"code": "005/02"}, "allegedRefs": ["a1"]}""");
        string cancelled = Update(name, """ "crimeCancelled": {"crimeRef": "c1", "reason": "CANCELLATION_REASON_C1_TRANSFERRED"}""");
        string withdrawn = Update(name, """ "withdrawn": {"requestId": "r1", "reasonCode": "wrong-log"}""");
        foreach (string update in new[] { opened, recorded, cancelled, withdrawn })
        {
            yield return ("SubmitIncident", $$"""{"update": {{update}}, "wantProof": true}""");
            yield return ("StreamIncidents", $$"""{"firstSequence": 1, "updates": [{{update}}, {{opened}}], "wantStandings": true}""");
        }

        yield return ("BatchSubmitIncidents", $$"""{"updates": [{{opened}}, {{recorded}}], "wantStandings": true, "wantProofs": true}""");
        yield return ("GetIncident", $$"""{"force": "kent", "sourceSystem": "storm", "ref": "{{name}}-1"}""");
        yield return ("ListIncidents", """{"force": "kent", "pageSize": 3}""");
        yield return ("WatchIncidents", """{"force": "kent"}""");
        yield return ("ListOverdue", """{"force": "kent", "dueWithin": "14400s", "pageSize": 2}""");
        yield return ("WatchOverdue", """{"force": "kent"}""");
    }

    private static string Update(string name, string change) => $$"""
        {"sender": {"force": "kent", "sourceSystem": "storm", "requestId": "r"}, "incident": {"sourceSystem": "storm", "ref": "{{name}}-new"},
         "eventTime": {{Instant}}, {{change}}}
        """;

    private static IEnumerable<(string Rpc, string Json)> OfAudits(string name) =>
    [
        ("PlanAudit", """{"halfWidth": 0.03, "expectedRate": 0.8, "strata": [{"name": "violence", "frameSize": 40000}, {"name": "rape", "frameSize": 420}]}"""),
        ("CreateAudit", $$"""
            {"auditId": "{{name}}-other", "plan": {"force": "kent", "windowFrom": "2018-07-01", "windowTo": "2018-12-31",
             "strata": [{"name": "all", "population": "POPULATION_INCIDENTS", "sampleSize": 3}], "seedSource": "SEED_SOURCE_WITNESSED",
             "reviewPolicy": {"secondReviewShare": 0.5, "passReviewShare": 0.5} } }
            """),
        ("CommitSeed", $$"""{"auditId": "{{name}}-planned", "requestId": "r", "commitment": "1VRVZ46+eJkLdzfn7V07SCm6gKQVvoIMMt3BlVkcQSM="}"""),
        ("FreezeFrame", $$"""{"auditId": "{{name}}-planned", "requestId": "r"}"""),
        ("RevealSeed", $$"""{"auditId": "{{name}}-frozen", "requestId": "r", "reveal": "3-1-4-1-5-9", "witnessStatement": "dice"}"""),
        ("DrawSample", $$"""{"auditId": "{{name}}-frozen", "requestId": "r"}"""),
        ("ExtendSample", $$"""{"auditId": "{{name}}-drawn", "requestId": "r", "stratum": "noise", "additional": 1}"""),
        ("FinalizeAudit", $$"""{"auditId": "{{name}}-drawn", "requestId": "r"}"""),
        ("AbandonAudit", $$"""{"auditId": "{{name}}-frozen", "requestId": "r", "reason": "replaced"}"""),
        ("GetAudit", $$"""{"auditId": "{{name}}-drawn"}"""),
        ("ListAudits", """{"force": "kent", "pageSize": 2}"""),
        ("WatchAudit", $$"""{"auditId": "{{name}}-drawn"}"""),
        ("ExportAudit", $$"""{"auditId": "{{name}}-drawn"}"""),
        ("GetReviewQuality", $$"""{"auditId": "{{name}}-drawn"}"""),
    ];

    private static IEnumerable<(string Rpc, string Json)> OfReviews(string name)
    {
        string item = $$""" "auditId": "{{name}}-drawn", "requestId": "r", "unitId": "kent/storm/{{name}}-""";
        const string Review = """ "review": {"crimes": {"decisions": [{"offence": {"code": "005/02"}, "outcome": "REVIEW_OUTCOME_RECORDED", "crimeRef": "c1"}]}}""";
        return
        [
            ("ListSampleItems", $$"""{"auditId": "{{name}}-drawn", "pageSize": 2}"""),
            ("GetSampleItem", $$"""{"auditId": "{{name}}-drawn", "unitId": "kent/storm/{{name}}-1"}"""),
            ("AssignReviews", $$"""{"auditId": "{{name}}-drawn", "requestId": "r", "reviewers": [{"subject": "a-auditor", "homeForces": ["cumbria"]}]}"""),
            ("SubmitReview", $$"""{{{item}}5", {{Review}}}"""),
            ("ReportUnavailable", $$"""{{{item}}7", "reason": "lost"}"""),
            ("RespondToFinding", $$"""{{{item}}1", "dispute": "General Rules C"}"""),
            ("Reconsider", $$"""{{{item}}1", "reason": "heard again", {{Review}}}"""),
            ("Arbitrate", $$"""{{{item}}1", "reason": "heard again", {{Review}}}"""),
            ("ReopenItem", $$"""{{{item}}3", "reason": "a recording came up"}"""),
        ];
    }

    private static IEnumerable<(string Rpc, string Json)> OfRates(string name) =>
    [
        ("GetAccountedForRate", """{"force": "kent", "breakdown": "BREAKDOWN_OFFENCE_CLASS", "fromMonth": "2018-01", "toMonth": "2018-12"}"""),
        ("WatchAccountedForRate", """{"question": {"force": "kent", "breakdown": "BREAKDOWN_MONTH"}}"""),
        ("GetPublicTable", """{"force": "kent"}"""),
        ("EstimateRecordingRate", $$"""{"auditId": "{{name}}-drawn", "confidenceLevel": 0.9, "domain": {"offenceGroups": ["OFFENCE_GROUP_VIOLENCE"]} }"""),
        ("EstimateClassification", $$"""{"auditId": "{{name}}-drawn", "confidenceLevel": 0.9}"""),
        ("EstimateNotRecorded", $$"""{"auditId": "{{name}}-final", "volumesTo": "2018-12-31"}"""),
        ("CompareEstimates", $$"""{"pairs": [{"firstAuditId": "{{name}}-drawn", "secondAuditId": "{{name}}-final"}], "confidenceLevel": 0.95}"""),
        ("ExplainShortfall", """{"force": "kent", "fromMonth": "2018-11", "mostLevels": 5}"""),
        ("ExplainShortfall", $$"""{"auditId": "{{name}}-drawn"}"""),
        ("ImportVolumes", $$"""
            {"version": "{{name}}", "source": "Figures of the board", "figures": [
             {"force": "kent", "periodEnd": "2018-12-31", "category": "Violence with injury", "count": 46311},
             {"force": "kent", "periodEnd": "2018-12-31", "category": "Sexual offences", "count": 5453},
             {"force": "kent", "periodEnd": "2018-12-31", "category": "Robbery", "count": 110306}]}
            """),
        ("ListVolumes", """{"force": "kent", "to": "2018-12-31"}"""),
        ("ListPublishedResults", """{"force": "kent"}"""),
        ("ListOffences", """{"effectiveOn": "2026-04-01"}"""),
    ];

    private static IEnumerable<(string Rpc, string Json)> OfLedger(long apart) =>
    [
        ("GetInclusionProof", """{"entryIndex": 3, "treeSize": 20}"""),
        ("GetConsistencyProof", """{"firstSize": 3, "secondSize": 20}"""),
        ("ReadEntries", """{"fromIndex": 2, "mostEntries": 5, "wantPayloads": true}"""),
        ("GetReceipt", """{"entryIndex": 3}"""),
        ("RedactEntry", $$"""{"entryIndex": {{apart}}, "requestId": "r", "reason": "Erasure granted", "legalBasis": "UK GDPR article 17"}"""),
        ("GetCheckpoint", "{}"),
    ];
}
