using AuditCli.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Tests.Verify;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_receipt_is_checked_with_the_key_alone_and_a_damaged_one_is_refused()
    {
        string file = Path.Combine(folder.Path, "a.tlog-proof");
        string key;
        await using (Served served = await Served.StartAsync(folder.Path))
        {
            await ReportAsync(served, "a1");
            GetReceiptResponse receipt = await served.Client.Ledger.GetReceiptAsync(0, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(file, receipt.TlogProof, TestContext.Current.CancellationToken);
            key = await KeyAsync(served);
        }

        CliResult good = await CliRunner.RunAsync(["verify", "receipt", file, "--key", key]);
        Assert.Equal((0, ""), (good.Code, good.Error));
        Assert.Contains("Entry 0 of ", good.Output, StringComparison.Ordinal);
        Assert.Contains("force       thames-valley", good.Output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("index 0", "index 7", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        CliResult bad = await CliRunner.RunAsync(["verify", "receipt", file, "--key", key]);
        Assert.Equal((6, ""), (bad.Code, bad.Output));
        Assert.StartsWith("IndexOutsideTree: ", bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audit_is_exported_whole_and_checked_with_the_key_alone_and_a_damaged_bundle_is_refused()
    {
        string file = Path.Combine(folder.Path, "a.bundle");
        string key;
        await using (Served served = await Served.StartAsync(folder.Path))
        {
            string lead = await served.TokenAsync("--role", "lead");
            await PlanAsync(served, lead);
            key = await KeyAsync(served);
            CliResult export = await CliRunner.RunAsync(["audit", "export", "a-1", "--out", file, "--address", served.Address, "--token", lead]);
            Assert.Equal((0, ""), (export.Code, export.Output));
            CliResult none = await CliRunner.RunAsync(["audit", "export", "a-2", "--out", file + "2", "--address", served.Address, "--token", lead]);
            Assert.Equal(3, none.Code);
            Assert.Equal(["a.bundle"], Directory.GetFiles(folder.Path, "*.bundle*").Select(Path.GetFileName));
        }

        CliResult good = await CliRunner.RunAsync(["verify", "bundle", file, "--key", key]);
        Assert.Equal((0, ""), (good.Code, good.Error));
        Assert.Contains("Audit a-1 of thames-valley, 2019-01-01 to 2019-01-31: PLANNED", good.Output, StringComparison.Ordinal);
        Assert.Contains("may be kept back", good.Output, StringComparison.Ordinal);

        string text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Replace("a-1", "a-2", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        CliResult bad = await CliRunner.RunAsync(["verify", "bundle", file, "--key", key]);
        Assert.Equal((6, ""), (bad.Code, bad.Output));
        Assert.StartsWith("OtherAudit: ", bad.Error, StringComparison.Ordinal);

        CliResult missing = await CliRunner.RunAsync(["verify", "bundle", file + "x", "--key", key]);
        missing.Refused("there is no such file");
    }

    [Fact]
    public async Task A_log_is_compared_with_what_was_seen_of_it_before()
    {
        string pins = Path.Combine(folder.Path, "pins");
        await using Served served = await Served.StartAsync(folder.Path);
        string key = await KeyAsync(served);
        await ReportAsync(served, "a1");

        CliResult first = await LogAsync(served, "--key", key, "--pins", pins);
        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Contains("Nothing was seen of it before", first.Output, StringComparison.Ordinal);

        await ReportAsync(served, "a2");
        CliResult second = await LogAsync(served, "--key", key, "--pins", pins);
        Assert.Equal((0, ""), (second.Code, second.Error));
        Assert.Contains("seen before are all there", second.Output, StringComparison.Ordinal);

        CliResult entries = await LogAsync(served, "--key", key, "--pins", pins, "--entries");
        Assert.Equal((0, ""), (entries.Code, entries.Error));
        Assert.EndsWith("Every entry was read, and is what was signed.\n", entries.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_lost_entries_is_told_with_both_notes()
    {
        string kept = Path.Combine(folder.Path, "kept.checkpoint");
        string key;
        await using (Served larger = await Served.StartAsync(folder.Path))
        {
            await ReportAsync(larger, "a1");
            await ReportAsync(larger, "a2");
            key = await KeyAsync(larger);
            GetCheckpointResponse checkpoint = await larger.Client.Ledger.GetCheckpointAsync(TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(kept, checkpoint.Checkpoint, TestContext.Current.CancellationToken);
        }

        // The key stays: it is the same log to whoever trusts it, and has lost what it held.
        File.Delete(Path.Combine(folder.Path, "served.db"));
        await using Served smaller = await Served.StartAsync(folder.Path);
        await ReportAsync(smaller, "b1");

        CliResult result = await LogAsync(smaller, "--key", key, "--checkpoint", kept, "--patience", "0");

        Assert.Equal((6, ""), (result.Code, result.Output));
        Assert.Contains("had 2 entries and has shown 1", result.Error, StringComparison.Ordinal);
        Assert.Contains("Seen before:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once()
    {
        CliResult receipt = await CliRunner.RunAsync(["verify", "receipt", "none", "--key", "a", "--key", "b"]);
        receipt.Refused("--key 'a'", "--key 'b'");

        CliResult log = await CliRunner.RunAsync(["verify", "log", "--pins", "a", "--checkpoint", "b", "--patience", "-1", "--token", "t"]);
        log.Refused("--pins and --checkpoint", "--patience: -1");

        CliResult missing = await CliRunner.RunAsync(["verify", "receipt", "none"]);
        missing.Refused("--key", "Try: crimeaudit verify receipt --help");
    }

    public void Dispose() => folder.Dispose();

    private static async Task<string> KeyAsync(Served served) =>
        (await served.Client.Ledger.GetCheckpointAsync(TestContext.Current.CancellationToken)).VerifierKeys.Single();

    private static async Task PlanAsync(Served served, string lead)
    {
        await using var client = CrimeAuditClient.Connect(served.Address, lead);
        var plan = new AuditPlan
        {
            Force = "thames-valley",
            WindowFrom = "2019-01-01",
            WindowTo = "2019-01-31",
            SeedSource = SeedSource.Witnessed,
            Strata = { new Stratum { Name = "all", Population = Population.Incidents, Census = true } },
        };
        await client.Audits.CreateAsync("a-1", plan, TestContext.Current.CancellationToken);
    }

    private static async Task ReportAsync(Served served, string reference) => await served.Client.Incidents.SubmitAsync(
        IncidentUpdates.Opened("thames-valley", "storm", reference, DateTimeOffset.UtcNow.AddDays(-1), "burglary"), TestContext.Current.CancellationToken);

    private static Task<CliResult> LogAsync(Served served, params string[] arguments) =>
        CliRunner.RunAsync(["verify", "log", "--address", served.Address, "--token", served.Token, .. arguments]);
}
