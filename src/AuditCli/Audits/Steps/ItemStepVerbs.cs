using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Audits.Steps;

/// <summary>The steps of one report of a sample: review, answer, reconsideration, arbitration.</summary>
internal static class ItemStepVerbs
{
    private const string ReviewGuide =
        """
        FILE is the Review of the contract in JSON: one decision for each crime that the report describes, or that it required none.

        Example reviews:
          {"noCrime": {"ruleParagraph": "General Rules A"}}
          {"crimes": {"decisions": [{"offence": {"code": "8N"}, "victimRef": "v1", "outcome": "REVIEW_OUTCOME_NOT_RECORDED",
            "safeguarding": "EVIDENCE_NOT_EVIDENT", "investigation": "EVIDENCE_EVIDENT", "whyMissed": "WHY_MISSED_NOT_RECOGNISED"}]}}

        Example: crimeaudit audit review tvp-2019 --unit thames-valley/storm/URN-1 --review review.json
        """;

    private const string AnswerGuide =
        """
        With the token of the force's registrar, within the response window; silence accepts.

        Example: crimeaudit audit respond tvp-2019 --unit thames-valley/storm/URN-1 --dispute "within another crime, General Rules F" --request-id dispute-1
        """;

    private const string OtherGuide = "Example: crimeaudit audit {0} tvp-2019 --unit thames-valley/storm/URN-1 --reason TEXT";

    public static IEnumerable<Verb> All(Func<Stream> input) =>
        [Review(input), Unavailable(input), Respond(input), Reconsider(input), Arbitrate(input), Reopen(input)];

    private static StepCommand<SubmitReviewRequest> Review(Func<Stream> input) =>
        new StepCommand<SubmitReviewRequest>("review", "Reviews a report that is assigned to you", ReviewGuide, input, async (a, r, c) => await a.SubmitReviewAsync(r, c))
            .WithText("--unit", "UNIT", "Which report", (r, text) => r.UnitId = text)
            .With("--review", "FILE", "The review in JSON; '-' reads standard input", (r, text) => ContractJson.Read<Review>(text, v => r.Review = v), isFile: true)
            .Ready();

    private static StepCommand<ReportUnavailableRequest> Unavailable(Func<Stream> input) =>
        new StepCommand<ReportUnavailableRequest>(
            "unavailable", "Says that a report cannot be had; the next ticket stands in", Guide("unavailable"), input, async (a, r, c) => await a.ReportUnavailableAsync(r, c))
            .WithText("--unit", "UNIT", "Which report", (r, text) => r.UnitId = text)
            .WithText("--reason", "TEXT", "Why; no names", (r, text) => r.Reason = text)
            .Ready();

    private static StepCommand<RespondToFindingRequest> Respond(Func<Stream> input) =>
        new StepCommand<RespondToFindingRequest>("respond", "Accepts or disputes a finding, for the force", AnswerGuide, input, async (a, r, c) => await a.RespondToFindingAsync(r, c))
            .WithText("--unit", "UNIT", "Which report", (r, text) => r.UnitId = text)
            .With("--accept", "yes", "The finding is accepted", Accept, required: false)
            .WithText("--dispute", "TEXT", "It is disputed: why, with the rule", (r, text) => r.Dispute = text, required: false)
            .Ready(repeats: true);

    private static StepCommand<ReconsiderRequest> Reconsider(Func<Stream> input) =>
        new StepCommand<ReconsiderRequest>("reconsider", "Reconsiders what the force disputes", ReviewGuide, input, async (a, r, c) => await a.ReconsiderAsync(r, c))
            .WithText("--unit", "UNIT", "Which report", (r, text) => r.UnitId = text)
            .With("--review", "FILE", "The review as it should be, in JSON", (r, text) => ContractJson.Read<Review>(text, v => r.Review = v), isFile: true)
            .WithText("--reason", "TEXT", "Why; no names", (r, text) => r.Reason = text)
            .Ready();

    private static StepCommand<ArbitrateRequest> Arbitrate(Func<Stream> input) =>
        new StepCommand<ArbitrateRequest>("arbitrate", "Decides between reviewers, or finally", ReviewGuide, input, async (a, r, c) => await a.ArbitrateAsync(r, c))
            .WithText("--unit", "UNIT", "Which report", (r, text) => r.UnitId = text)
            .With("--review", "FILE", "The review that is to stand, in JSON", (r, text) => ContractJson.Read<Review>(text, v => r.Review = v), isFile: true)
            .WithText("--reason", "TEXT", "Why; no names", (r, text) => r.Reason = text)
            .Ready();

    private static StepCommand<ReopenItemRequest> Reopen(Func<Stream> input) =>
        new StepCommand<ReopenItemRequest>("reopen", "Reopens a settled report", Guide("reopen"), input, async (a, r, c) => await a.ReopenItemAsync(r, c))
            .WithText("--unit", "UNIT", "Which report", (r, text) => r.UnitId = text)
            .WithText("--reason", "TEXT", "Why; no names", (r, text) => r.Reason = text)
            .Ready(repeats: true);

    private static string Guide(string verb) => OtherGuide.Replace("{0}", verb, StringComparison.Ordinal);

    private static string? Accept(RespondToFindingRequest request, string text)
    {
        request.Accept = true;
        return text == "yes" ? null : $"'{text}' is not yes";
    }
}
