using System.Globalization;
using AuditCli.Support;
using AuditCore.Sampling;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditCli.Audits.Steps;

/// <summary>The steps of an audit as a whole: from its plan to its draw, its extensions, and its end.</summary>
internal static class AuditStepVerbs
{
    private const string PlanGuide =
        """
        PLAN is the AuditPlan of the contract in JSON: force, window, strata, where the seed comes from, how its reviews go.

        Example plan:
          {"force": "thames-valley", "windowFrom": "2018-07-01", "windowTo": "2018-12-31", "seedSource": "SEED_SOURCE_COMMIT_REVEAL",
           "strata": [{"name": "violence", "population": "POPULATION_INCIDENTS", "filter": {"openingCodes": ["violence"]}, "sampleSize": 300}]}

        Example: crimeaudit audit create tvp-2019 --plan plan.json
        """;

    private const string SeedGuide =
        """
        Lead and force each keep a secret of their own, 16 to 256 characters in a file, commit to it before the freeze, and reveal it
        after. Neither then could have chosen the seed. The lead does so with a lead's token, the force with its registrar's.

        Examples:
          crimeaudit audit commit tvp-2019 --secret-file secret.txt
          crimeaudit audit reveal tvp-2019 --secret-file secret.txt
          crimeaudit audit reveal tvp-2019 --seed 27182818284 --witness "ten dice thrown before the board on 1 May"
        """;

    private const string AssignGuide =
        """
        Gives every review that is due and nobody's to those named, evenly. Asked again with another request id, or other reviewers, it
        gives what has come up since. After the subject stand the reviewer's own forces, which the audit must not be of.

        Example: crimeaudit audit assign tvp-2019 --reviewer ann:kent --reviewer bob:essex,kent --request-id second-round
        """;

    public static IEnumerable<Verb> All(Func<Stream> input) => [Create(input), Commit(input), Freeze(input), Reveal(input), Draw(input), Assign(input), Extend(input), Finalize(input), Abandon(input)];

    private static StepCommand<CreateAuditRequest> Create(Func<Stream> input) =>
        new StepCommand<CreateAuditRequest>("create", "Plans an audit", PlanGuide, input, async (a, r, c) => await a.CreateAsync(r, c))
            .With("--plan", "FILE", "The plan in JSON; '-' reads standard input", (r, text) => ContractJson.Read<AuditPlan>(text, p => r.Plan = p), isFile: true)
            .Ready();

    private static StepCommand<CommitSeedRequest> Commit(Func<Stream> input) =>
        new StepCommand<CommitSeedRequest>("commit", "Commits to a secret before the freeze", SeedGuide, input, async (a, r, c) => await a.CommitSeedAsync(r, c))
            .With("--secret-file", "FILE", "The secret: the file's text without the line's end", (r, text) => CommitTo(r, Secret(text)), isFile: true)
            .Ready();

    private static StepCommand<FreezeFrameRequest> Freeze(Func<Stream> input) =>
        new StepCommand<FreezeFrameRequest>(
            "freeze", "Freezes the frame: the units of now", "Example: crimeaudit audit freeze tvp-2019", input, async (a, r, c) => await a.FreezeFrameAsync(r, c)).Ready();

    private static StepCommand<RevealSeedRequest> Reveal(Func<Stream> input) =>
        new StepCommand<RevealSeedRequest>(
            "reveal", "Reveals a secret, or states the seed that witnesses saw made", SeedGuide, input, async (a, r, c) => await a.RevealSeedAsync(r, c))
            .With("--secret-file", "FILE", "The secret committed to", (r, text) => Once(r, Secret(text)), required: false, isFile: true)
            .With("--seed", "TEXT", "The witnessed seed", Once, required: false)
            .WithText("--witness", "TEXT", "Which event was witnessed; no names", (r, text) => r.WitnessStatement = text, required: false)
            .Ready();

    private static StepCommand<DrawSampleRequest> Draw(Func<Stream> input) =>
        new StepCommand<DrawSampleRequest>(
            "draw", "Draws the sample", "Example: crimeaudit audit draw tvp-2019", input, async (a, r, c) => await a.DrawSampleAsync(r, c)).Ready();

    private static StepCommand<AssignReviewsRequest> Assign(Func<Stream> input) =>
        new StepCommand<AssignReviewsRequest>("assign", "Gives reviews that are due to auditors", AssignGuide, input, async (a, r, c) => await a.AssignReviewsAsync(r, c))
            .With("--reviewer", "SUBJECT[:FORCE,...]", "Who is given reports, with the own forces; as often as needed", AddReviewer)
            .WithText("--release", "SUBJECT", "Whose open reviews are taken back first", (r, text) => r.Released.Add(text), required: false)
            .Ready();

    private static StepCommand<ExtendSampleRequest> Extend(Func<Stream> input) =>
        new StepCommand<ExtendSampleRequest>(
            "extend", "Enlarges a stratum's sample by its next tickets", "Example: crimeaudit audit extend tvp-2019 --stratum violence --additional 50 --request-id fifty-more", input, async (a, r, c) => await a.ExtendSampleAsync(r, c))
            .WithText("--stratum", "NAME", "Which stratum", (r, text) => r.Stratum = text)
            .With("--additional", "N", "How many more reports", (r, text) => Number(text, n => r.Additional = n))
            .Ready(repeats: true);

    private static StepCommand<FinalizeAuditRequest> Finalize(Func<Stream> input) =>
        new StepCommand<FinalizeAuditRequest>(
            "finalize", "Makes an audit final with its estimate", "Refused while anything is pending or disputed, naming what.", input, async (a, r, c) => await a.FinalizeAsync(r, c)).Ready();

    private static StepCommand<AbandonAuditRequest> Abandon(Func<Stream> input) =>
        new StepCommand<AbandonAuditRequest>(
            "abandon", "Gives an audit up, for a reason", "It stays visible with all that it holds.", input, async (a, r, c) => await a.AbandonAsync(r, c))
            .WithText("--reason", "TEXT", "Why; no names", (r, text) => r.Reason = text)
            .Ready();

    private static string Secret(string text) => text.TrimEnd('\r', '\n');

    private static string? CommitTo(CommitSeedRequest request, string secret)
    {
        if (secret.Length == 0)
        {
            return "holds no secret";
        }

        request.Commitment = ByteString.CopyFrom(Seed.Commitment(secret));
        return null;
    }

    private static string? Once(RevealSeedRequest request, string reveal)
    {
        if (request.Reveal.Length > 0)
        {
            return "a secret or a seed, one of them";
        }

        request.Reveal = reveal;
        return null;
    }

    private static string? AddReviewer(AssignReviewsRequest request, string text)
    {
        string[] parts = text.Split(':');
        var reviewer = new Reviewer { Subject = parts[0] };
        if (parts.Length == 2)
        {
            reviewer.HomeForces.Add(parts[1].Split(','));
        }

        request.Reviewers.Add(reviewer);
        return parts.Length <= 2 ? null : $"'{text}' is not SUBJECT or SUBJECT:FORCE,FORCE";
    }

    private static string? Number(string text, Action<int> use)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return $"'{text}' is no whole number";
        }

        use(number);
        return null;
    }
}
