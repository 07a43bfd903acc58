using AuditCli.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Tests.Audits;

/// <summary>An audit taken through its course by command lines alone, each with the token of whose step it is.</summary>
internal sealed class CliAudit(Served served, string folder, IReadOnlyDictionary<string, string> tokens)
{
    public const string Id = "tvp-2019";

    public const string Plan =
        """
        {"force": "thames-valley", "windowFrom": "2018-12-01", "windowTo": "2018-12-31", "seedSource": "SEED_SOURCE_COMMIT_REVEAL",
         "reviewPolicy": {"secondReviewShare": 0, "passReviewShare": 0},
         "strata": [{"name": "violence", "population": "POPULATION_INCIDENTS", "filter": {"openingCodes": ["violence"]}, "sampleSize": 6},
                    {"name": "theft", "population": "POPULATION_INCIDENTS", "filter": {"openingCodes": ["theft"]}, "census": true}]}
        """;

    private const string Missed =
        """
        {"crimes": {"decisions": [{"offence": {"code": "008/01"}, "victimRef": "v1", "outcome": "REVIEW_OUTCOME_NOT_RECORDED",
         "rationale": "Told at once, \"and\" never recorded", "safeguarding": "EVIDENCE_NOT_EVIDENT",
         "investigation": "EVIDENCE_EVIDENT", "whyMissed": "WHY_MISSED_NOT_RECOGNISED"}]}}
        """;

    private const string Recorded =
        """
        {"crimes": {"decisions": [{"offence": {"code": "008/01"}, "victimRef": "v1", "outcome": "REVIEW_OUTCOME_RECORDED", "crimeRef": "c1"}]}}
        """;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<CliAudit> ReportedAsync(Served served, string folder)
    {
        foreach ((string code, int number) in new[] { ("violence", 20), ("theft", 3) })
        {
            for (int i = 0; i < number; i++)
            {
                await served.Client.Incidents.SubmitAsync(
                    IncidentUpdates.Opened("thames-valley", "storm", $"{code} {i}", new DateTimeOffset(2018, 12, 5, 10, 0, 0, TimeSpan.Zero), code), Cancel);
            }
        }

        return new CliAudit(served, folder, new Dictionary<string, string>
        {
            ["lead"] = await served.TokenAsync("--role", "lead", "--subject", "a-lead"),
            ["force"] = await served.TokenAsync("--role", "registrar", "--force", "thames-valley", "--subject", "a-registrar"),
            ["ann"] = await served.TokenAsync("--role", "auditor", "--force", "kent", "--subject", "ann"),
        });
    }

    /// <summary>Runs a verb as somebody.</summary>
    public Task<CliResult> RunAsync(string who, params string[] arguments) =>
        CliRunner.RunAsync(["audit", .. arguments, "--address", served.Address, "--token", tokens[who]]);

    /// <summary>Runs a verb that must succeed, and gives its output.</summary>
    public async Task<string> OutputAsync(string who, params string[] arguments)
    {
        CliResult result = await RunAsync(who, arguments);
        Assert.True(result.Code == 0, $"{string.Join(' ', arguments)}: {result.Error}");
        return result.Output;
    }

    public string FileOf(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>From the plan to the draw, each step twice: the second time it was there already.</summary>
    public async Task DrawAsync()
    {
        string plan = FileOf("plan.json", Plan);
        (string Who, string[] Step)[] steps =
        [
            ("lead", ["create", Id, "--plan", plan]),
            ("lead", ["commit", Id, "--secret-file", FileOf("lead.secret", "the lead's secret, long enough\n")]),
            ("force", ["commit", Id, "--secret-file", FileOf("force.secret", "the force's secret, long enough\n")]),
            ("lead", ["freeze", Id]),
            ("lead", ["reveal", Id, "--secret-file", Path.Combine(folder, "lead.secret")]),
            ("force", ["reveal", Id, "--secret-file", Path.Combine(folder, "force.secret")]),
            ("lead", ["draw", Id]),
        ];
        foreach ((string who, string[] step) in steps)
        {
            Assert.Equal(await OutputAsync(who, step), await OutputAsync(who, step));
        }
    }

    /// <summary>The first two reports of the sample are fails; one is disputed, upheld by nobody, and passes; the rest pass.</summary>
    public async Task ReviewAsync()
    {
        await OutputAsync("lead", "assign", Id, "--reviewer", "ann:kent");
        string missed = FileOf("missed.json", Missed);
        string recorded = FileOf("recorded.json", Recorded);
        string[] units = [.. await UnitsAsync()];
        for (int i = 0; i < units.Length; i++)
        {
            await OutputAsync("ann", "review", Id, "--unit", units[i], "--review", i < 2 ? missed : recorded);
        }

        await OutputAsync("force", "respond", Id, "--unit", units[0], "--accept", "yes", "--request-id", "accept-0");
        await OutputAsync("force", "respond", Id, "--unit", units[1], "--accept", "yes", "--request-id", "accept-1");
    }

    /// <summary>The units of the sample as <c>items</c> lists them.</summary>
    public async Task<IEnumerable<string>> UnitsAsync() =>
        (await OutputAsync("lead", "items", Id)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[2]);
}
