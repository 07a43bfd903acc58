namespace Acceptance.Tests.Json;

/// <summary>Examples of an audit, from its plan to its end, and of another that is abandoned.</summary>
internal static class JsonAuditExamples
{
    private const string Missed = """
        "safeguarding": "EVIDENCE_NOT_EVIDENT", "investigation": "EVIDENCE_NOT_EVIDENT",
               "whyMissed": "WHY_MISSED_NOT_RECOGNISED"
        """;

    /// <summary>An audit with everything reviewed, disputed and decided.</summary>
    public static IEnumerable<JsonExample> ToTheEstimate => [.. OfSeeds(), .. OfReviews(), .. OfFindings()];

    /// <summary>An audit made final, and another abandoned.</summary>
    public static IEnumerable<JsonExample> OfEndings =>
    [
        new("FinalizeAudit", "lead", "/v1/audits/tvp-2018:finalizeAudit", """
            {"requestId": "final"}
            """),
        .. Drawn("tvp-2018-b", 2),
        new("ReportUnavailable", "lead", "/v1/audits/tvp-2018-b:reportUnavailable", """
            {"requestId": "lost-1", "unitId": "thames-valley/storm/URN-1", "reason": "The log was lost in a migration"}
            """),
        new("ExtendSample", "lead", "/v1/audits/tvp-2018-b:extendSample", """
            {"requestId": "extend-1", "stratum": "all", "additional": 1}
            """),
        new("AbandonAudit", "lead", "/v1/audits/tvp-2018-b:abandonAudit", """
            {"requestId": "abandon", "reason": "The force's system is replaced"}
            """),
    ];

    /// <summary>A further audit, to compare with the first.</summary>
    public static IEnumerable<JsonExample> OtherWave =>
    [
        .. Drawn("tvp-2018-c", 4),
        new("AssignReviews", "lead", "/v1/audits/tvp-2018-c:assignReviews", """
            {"requestId": "assign", "reviewers": [{"subject": "a-auditor", "homeForces": ["cumbria"]}]}
            """) { Silent = true },
        .. new[] { "URN-1", "URN-2", "URN-3", "URN-4" }
            .Select(reference => Review(reference, "review", "auditor", Decisions("RECORDED", "43180001"), "tvp-2018-c") with { Silent = true }),
    ];

    // The commitments are base64 of the SHA-256 of the secrets revealed later.
    private static IEnumerable<JsonExample> OfSeeds() =>
    [
        new("PlanAudit", "lead", "/v1/audits:plan", """
            {"halfWidth": 0.03, "expectedRate": 0.8, "allocation": "ALLOCATION_NEYMAN", "strata": [
              {"name": "violence", "frameSize": "40000", "crimesPerUnit": 1.1}, {"name": "rape", "frameSize": "420", "expectedRate": 0.9}]}
            """),
        new("CreateAudit", "lead", "/v1/audits", """
            {"auditId": "tvp-2018", "plan": {
              "force": "thames-valley", "windowFrom": "2018-07-01", "windowTo": "2018-12-31",
              "strata": [{"name": "all", "population": "POPULATION_INCIDENTS", "sampleSize": 3}],
              "seedSource": "SEED_SOURCE_COMMIT_REVEAL",
              "reviewPolicy": {"secondReviewShare": 0, "passReviewShare": 0, "responseWindow": "1209600s"}}}
            """),
        new("CommitSeed", "lead", "/v1/audits/tvp-2018:commitSeed", """
            {"requestId": "commit-lead", "commitment": "1VRVZ46+eJkLdzfn7V07SCm6gKQVvoIMMt3BlVkcQSM="}
            """),
        new("CommitSeed", "registrar", "/v1/audits/tvp-2018:commitSeed", """
            {"requestId": "commit-force", "commitment": "krNFE6rbtebRagjPDNHP5q1oWSum8MHm1rwdQ+goOiI="}
            """) { Silent = true },
        new("FreezeFrame", "lead", "/v1/audits/tvp-2018:freezeFrame", """
            {"requestId": "freeze"}
            """),
        new("RevealSeed", "lead", "/v1/audits/tvp-2018:revealSeed", """
            {"requestId": "reveal-lead", "reveal": "a long secret of the lead"}
            """),
        new("RevealSeed", "registrar", "/v1/audits/tvp-2018:revealSeed", """
            {"requestId": "reveal-force", "reveal": "a long secret of the force"}
            """) { Silent = true },
        new("DrawSample", "lead", "/v1/audits/tvp-2018:drawSample", """
            {"requestId": "draw"}
            """),
        new("ListSampleItems", "lead", "/v1/audits/tvp-2018/sampleItems?stratum=all"),
    ];

    private static IEnumerable<JsonExample> OfReviews() =>
    [
        new("AssignReviews", "lead", "/v1/audits/tvp-2018:assignReviews", """
            {"requestId": "assign", "reviewers": [{"subject": "a-auditor", "homeForces": ["cumbria"]}]}
            """),
        Review("URN-1", "review", "auditor", Decisions("RECORDED", "43180001")),
        Review("URN-3", "review", "auditor", Decisions("NOT_RECORDED", "")) with { Silent = true },
        Review("URN-4", "review", "auditor", Decisions("MISCLASSIFIED", "43180002")) with { Silent = true },
        new("GetAudit", "registrar", "/v1/audits/tvp-2018"),
        new("ListAudits", "lead", "/v1/audits?force=thames-valley"),
    ];

    // One finding is accepted and reopened, the other disputed to the end.
    private static IEnumerable<JsonExample> OfFindings() =>
    [
        new("GetSampleItem", "registrar", "/v1/audits/tvp-2018/sampleItems/thames-valley/storm/URN-3"),
        new("RespondToFinding", "registrar", "/v1/audits/tvp-2018:respondToFinding", """
            {"requestId": "dispute-1", "unitId": "thames-valley/storm/URN-3", "dispute": "Within another crime: General Rules C"}
            """),
        new("RespondToFinding", "registrar", "/v1/audits/tvp-2018:respondToFinding", """
            {"requestId": "accept-1", "unitId": "thames-valley/storm/URN-4", "accept": true}
            """) { Silent = true },
        new("ReopenItem", "lead", "/v1/audits/tvp-2018:reopenItem", """
            {"requestId": "reopen-1", "unitId": "thames-valley/storm/URN-4", "reason": "A recording of the call came up"}
            """),
        new("AssignReviews", "lead", "/v1/audits/tvp-2018:assignReviews", """
            {"requestId": "assign-again", "reviewers": [{"subject": "another-auditor", "homeForces": ["cumbria"]}]}
            """) { Silent = true },
        Again("Reconsider", "reconsider", "URN-3", "auditor", Decisions("NOT_RECORDED", "")) with { Another = true },
        Again("Reconsider", "reconsider", "URN-4", "auditor", Decisions("RECORDED", "43180002")) with { Silent = true, Another = true },
        new("RespondToFinding", "registrar", "/v1/audits/tvp-2018:respondToFinding", """
            {"requestId": "dispute-2", "unitId": "thames-valley/storm/URN-3", "dispute": "General Rules C says so"}
            """) { Silent = true },
        Again("Arbitrate", "arbitrate", "URN-3", "lead", Decisions("NOT_RECORDED", "")),
    ];

    private static IEnumerable<JsonExample> Drawn(string auditId, int sampleSize) =>
    [
        new("CreateAudit", "lead", "/v1/audits", $$$$$"""
            {"auditId": "{{{{{auditId}}}}}", "plan": {
              "force": "thames-valley", "windowFrom": "2018-07-01", "windowTo": "2018-12-31",
              "strata": [{"name": "all", "population": "POPULATION_INCIDENTS", "sampleSize": {{{{{sampleSize}}}}}}],
              "seedSource": "SEED_SOURCE_WITNESSED",
              "reviewPolicy": {"secondReviewShare": 0, "passReviewShare": 0}}}
            """) { Silent = true },
        new("FreezeFrame", "lead", $"/v1/audits/{auditId}:freezeFrame", """
            {"requestId": "freeze"}
            """) { Silent = true },
        new("RevealSeed", "lead", $"/v1/audits/{auditId}:revealSeed", """
            {"requestId": "seed", "reveal": "3-1-4-1-5-9-2-6", "witnessStatement": "dice thrown before the board"}
            """) { Silent = true },
        new("DrawSample", "lead", $"/v1/audits/{auditId}:drawSample", """
            {"requestId": "draw"}
            """) { Silent = true },
    ];

    private static JsonExample Review(string reference, string what, string by, string decisions, string auditId = "tvp-2018") =>
        new("SubmitReview", by, $"/v1/audits/{auditId}:submitReview", $$$$$"""
            {"requestId": "{{{{{what}}}}}-{{{{{reference}}}}}", "unitId": "thames-valley/storm/{{{{{reference}}}}}",
             "review": {{{{{decisions}}}}}}
            """);

    private static JsonExample Again(string rpc, string what, string reference, string by, string decisions) =>
        new(rpc, by, $"/v1/audits/tvp-2018:{what}", $$$$$"""
            {"requestId": "{{{{{what}}}}}-{{{{{reference}}}}}", "unitId": "thames-valley/storm/{{{{{reference}}}}}", "reason": "The call was heard again",
             "review": {{{{{decisions}}}}}}
            """);

    private static string Decisions(string outcome, string crimeRef) => $$$$$"""
        {"crimes": {"decisions": [
              {"offence": {"code": "005/02"}, "outcome": "REVIEW_OUTCOME_{{{{{outcome}}}}}", {{{{{(crimeRef.Length > 0 ? Found(crimeRef) : Missed)}}}}}},
              {"offence": {"code": "019/07"}, "outcome": "REVIEW_OUTCOME_RECORDED", "crimeRef": "43180003"},
              {"offence": {"code": "045/11"}, "outcome": "REVIEW_OUTCOME_RECORDED", "crimeRef": "43180004"}]}}
        """;

    private static string Found(string crimeRef) => $"\"crimeRef\": \"{crimeRef}\"";
}
