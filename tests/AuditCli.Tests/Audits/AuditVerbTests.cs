using System.Globalization;
using AuditCli.Tests.Support;
using AuditCore.Estimation;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Stratum = AuditCore.Estimation.Stratum;

namespace AuditCli.Tests.Audits;

public sealed class AuditVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_course_is_taken_at_the_command_line_and_proved_by_its_bundle()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        CliAudit audit = await CliAudit.ReportedAsync(served, folder.Path);
        await audit.DrawAsync();
        await audit.ReviewAsync();
        Assert.Contains("entry ", await audit.OutputAsync("lead", "finalize", CliAudit.Id), StringComparison.Ordinal);

        Assert.Contains("FINAL, 9 of 23 units drawn, 0 not settled", await audit.OutputAsync("lead", "show", CliAudit.Id), StringComparison.Ordinal);
        Assert.StartsWith("tvp-2019 of thames-valley, 2018-12-01 to 2018-12-31: FINAL", await audit.OutputAsync("lead", "list"), StringComparison.Ordinal);
        Assert.Contains("9 settled", await audit.OutputAsync("lead", "watch", CliAudit.Id), StringComparison.Ordinal);
        string bundle = Path.Combine(folder.Path, "a.bundle");
        await audit.OutputAsync("lead", "export", CliAudit.Id, "--out", bundle);
        string key = (await served.Client.Ledger.GetCheckpointAsync(Cancel)).VerifierKeys.Single();
        CliResult verified = await CliRunner.RunAsync(["verify", "bundle", bundle, "--key", key]);
        Assert.Equal((0, ""), (verified.Code, verified.Error));
        Assert.Contains("Verified: no step is kept back", verified.Output, StringComparison.Ordinal);
        Assert.Contains("neither could choose it", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tables_hold_all_that_the_estimate_rests_on()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        CliAudit audit = await ReviewedAsync(served);
        string tables = Path.Combine(folder.Path, "tables");
        await audit.OutputAsync("lead", "csv", CliAudit.Id, "--out", tables);

        Assert.Equal(
            [
                "classification.csv", "decisions.csv", "delays.csv", "disputes.csv", "estimates.csv", "frame-summary.csv", "quality.csv",
                "sample.csv",
            ],
            Directory.GetFiles(tables).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        ILookup<string, Dictionary<string, string>> decisions = Read(tables, "decisions.csv").ToLookup(r => r["stratum"]);
        Stratum[] strata = [.. Read(tables, "frame-summary.csv").Select(s => new Stratum(
            s["stratum"],
            long.Parse(s["frame_size"], CultureInfo.InvariantCulture),
            [.. decisions[s["stratum"]].GroupBy(d => d["unit_id"]).Select(u => new ReportCounts(Sum(u, "required"), Sum(u, "recorded")))]))];
        RateEstimate recounted = RatioEstimator.Estimate(strata);
        Dictionary<string, string> told = Read(tables, "estimates.csv")[0];
        Assert.Equal(("all crime", "recorded at all"), (told["domain"], told["basis"]));
        Assert.Equal(recounted.Ratio, double.Parse(told["ratio"], CultureInfo.InvariantCulture));
        Assert.Equal(recounted.StandardError, double.Parse(told["standard_error"], CultureInfo.InvariantCulture));
        Assert.Equal("Told at once, \"and\" never recorded", Read(tables, "decisions.csv")[0]["rationale"]);
        Assert.Equal(2, Read(tables, "disputes.csv").Count);
        Assert.Equal(9, Read(tables, "sample.csv").Count);
        Assert.Empty(Read(tables, "classification.csv"));
        Assert.Equal(["pass or fail", "outcome of each crime", "fails disputed", "passes reviewed again"], Read(tables, "quality.csv").Select(r => r["subject"]));
        // Nobody recorded a crime here: what reviews name as recorded is in no record.
        Assert.Equal("7", Read(tables, "delays.csv")[^1]["crimes_in_sample"]);
    }

    [Fact]
    public async Task An_estimate_is_told_as_a_table_and_in_the_contracts_JSON()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        CliAudit audit = await ReviewedAsync(served);

        string table = await audit.OutputAsync("lead", "estimate", CliAudit.Id);
        Assert.Contains("recorded at all", table, StringComparison.Ordinal);
        Assert.Contains("7 of 9", table, StringComparison.Ordinal);
        var json = EstimateRecordingRateResponse.Parser.ParseJson(await audit.OutputAsync("lead", "estimate", CliAudit.Id, "--json"));
        Assert.Equal((9, 7), (json.Recorded.DenominatorInSample, json.Recorded.NumeratorInSample));
    }

    [Fact]
    public async Task The_quality_of_reviews_and_the_shares_of_records_are_told_as_tables_CSV_and_JSON()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        CliAudit audit = await ReviewedAsync(served);

        string quality = await audit.OutputAsync("lead", "quality", CliAudit.Id);
        Assert.Contains("fails disputed", quality, StringComparison.Ordinal);
        Assert.Contains("0 of 0 overturned, of 2 found", quality, StringComparison.Ordinal);
        string csv = await audit.OutputAsync("lead", "quality", CliAudit.Id, "--csv");
        Assert.StartsWith("subject,measure,value,", csv, StringComparison.Ordinal);
        var json = GetReviewQualityResponse.Parser.ParseJson(await audit.OutputAsync("lead", "quality", CliAudit.Id, "--json", "--level", "0.99"));
        Assert.Equal((2, 0.99), (json.Fails.Found, json.ConfidenceLevel));
        CliResult early = await audit.RunAsync("force", "quality", CliAudit.Id);
        Assert.Equal(3, early.Code);
        Assert.Contains("AUDIT_STATE", early.Error, StringComparison.Ordinal);

        Assert.Contains("no stratum of cancelled crimes or N100s", await audit.OutputAsync("lead", "classification", CliAudit.Id), StringComparison.Ordinal);
        string rates = await audit.OutputAsync("lead", "estimate", CliAudit.Id, "--csv", "--group", "violence", "--class", "robbery");
        Assert.StartsWith("domain,basis,ratio,", rates, StringComparison.Ordinal);
        (await audit.RunAsync("lead", "estimate", CliAudit.Id, "--class", "lost-property", "--level", "2")).Refused("--class: 'lost-property' is none of", "--level: 2");
    }

    [Fact]
    public async Task The_sample_of_a_plan_is_sized_by_its_frame_as_it_is_now()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        CliAudit audit = await CliAudit.ReportedAsync(served, folder.Path);
        string plan = audit.FileOf("plan.json", CliAudit.Plan);

        string sized = await audit.OutputAsync("lead", "size", "--plan", plan, "--half-width", "0.2", "--rate", "0.8");
        Assert.Contains("23 units in the frame, 0 outside its strata", sized, StringComparison.Ordinal);
        var planned = PlanAuditResponse.Parser.ParseJson(
            await audit.OutputAsync("lead", "size", "--plan", plan, "--allocation", "fixed", "--rate", "0.8", "--json"));
        Assert.Equal([(20L, 6L), (3L, 3L)], planned.Strata.Select(s => (s.FrameSize, s.SampleSize)));
        CliResult wrong = await audit.RunAsync("lead", "size", "--plan", audit.FileOf("wrong.json", "{\"colour\": 1}"), "--half-width", "0.2");
        wrong.Refused("--plan: no AuditPlan in the contract's JSON");
    }

    [Fact]
    public async Task What_is_wrong_is_told_before_anything_is_asked()
    {
        CliResult plan = await CliRunner.RunAsync(["audit", "create", "a", "--plan", FileOf("""{"force": "kent", "colour": "red"}"""), "--token", "t"]);
        plan.Refused("--plan", "no AuditPlan in the contract's JSON", "colour");
        CliResult extend = await CliRunner.RunAsync(["audit", "extend", "a", "--stratum", "violence", "--additional", "many", "--request-id", "r", "--token", "t"]);
        extend.Refused("--additional: 'many' is no whole number");
        CliResult assign = await CliRunner.RunAsync(["audit", "assign", "a", "--reviewer", "ann:kent:essex", "--token", "t"]);
        assign.Refused("--reviewer: 'ann:kent:essex' is not SUBJECT or SUBJECT:FORCE,FORCE");
        CliResult reveal = await CliRunner.RunAsync(["audit", "reveal", "a", "--secret-file", FileOf("secret"), "--seed", "1", "--token", "t"]);
        reveal.Refused("--seed: a secret or a seed, one of them");
        CliResult missing = await CliRunner.RunAsync(["audit", "review", "a", "--token", "t"]);
        missing.Refused("--unit", "--review", "Try: crimeaudit audit review --help");
    }

    [Fact]
    public async Task An_illegal_step_is_refused_with_the_state_and_a_server_that_is_down_is_told()
    {
        string address;
        await using (Served served = await Served.StartAsync(folder.Path))
        {
            CliAudit audit = await CliAudit.ReportedAsync(served, folder.Path);
            await audit.DrawAsync();
            CliResult refused = await audit.RunAsync("lead", "freeze", CliAudit.Id, "--request-id", "once-more");
            Assert.Equal(3, refused.Code);
            Assert.Contains("AUDIT_STATE", refused.Error, StringComparison.Ordinal);
            Assert.Contains("DRAWN", refused.Error, StringComparison.Ordinal);
            address = served.Address;
        }

        CliResult down = await CliRunner.RunAsync(["audit", "list", "--address", address, "--token", "t"]);
        Assert.Equal(4, down.Code);
    }

    public void Dispose() => folder.Dispose();

    private string FileOf(string text)
    {
        string path = Path.Combine(folder.Path, "input");
        File.WriteAllText(path, text);
        return path;
    }

    private async Task<CliAudit> ReviewedAsync(Served served)
    {
        CliAudit audit = await CliAudit.ReportedAsync(served, folder.Path);
        await audit.DrawAsync();
        await audit.ReviewAsync();
        return audit;
    }

    private static List<Dictionary<string, string>> Read(string tables, string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(tables, name));
        using var csv = CsvHelper.CsvReader.Create(file, new CsvHelper.CsvReaderOptions { Separator = ',' });
        var rows = new List<Dictionary<string, string>>();
        csv.ReadHeader();
        while (csv.Read())
        {
            rows.Add(csv.Headers.Select((header, i) => (header, Value: csv.GetString(i))).ToDictionary(c => c.header, c => c.Value));
        }

        return rows;
    }

    private static int Sum(IEnumerable<Dictionary<string, string>> rows, string column) =>
        rows.Sum(r => int.Parse(r[column], CultureInfo.InvariantCulture));
}
