using Acceptance.Tests.Ledger;
using Acceptance.Tests.Rebuilding;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Redactions;

/// <summary>A log in which something was erased: moved, rebuilt, checked.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class RedactedLogTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task Moved_it_is_the_same_log_with_the_same_root()
    {
        await using TService told = await EmptyServiceAsync();
        await using TService moved = await EmptyServiceAsync();
        SecretIncident secret = await TellAsync(told);
        string export = told.FileOf("redacted.jsonl");
        VerbResult exported = await told.VerbAsync("export", export);
        Assert.True(exported.Code == 0, exported.Error);
        Assert.DoesNotContain("secret", await File.ReadAllTextAsync(export, Cancel), StringComparison.Ordinal);

        await moved.RestartAsync(async () =>
        {
            VerbResult imported = await moved.VerbAsync("import", export);
            Assert.True(imported.Code == 0, imported.Error);
            Assert.Equal(exported.LastLine.Split(';')[1], imported.LastLine.Split(';')[1]);
        });
        string again = moved.FileOf("again.jsonl");
        Assert.Equal(0, (await moved.VerbAsync("export", again)).Code);
        Assert.Equal(await File.ReadAllBytesAsync(export, Cancel), await File.ReadAllBytesAsync(again, Cancel));

        Receipt replay = (await SubmitAsync(moved, secret.Updates[2]))[0];
        Assert.True(replay.Replayed && replay.HasRedactedBy);
        Assert.Equal(RatesOf(await RateAsync(told)), RatesOf(await RateAsync(moved)));
    }

    [Fact]
    public async Task What_was_moved_before_is_not_taken_for_the_same_log()
    {
        await using TService told = await EmptyServiceAsync();
        await using TService moved = await EmptyServiceAsync();
        var secret = new SecretIncident("kent", "secret");
        IReadOnlyList<Receipt> receipts = await SubmitAsync(told, [.. secret.Updates]);
        string before = told.FileOf("before.jsonl");
        Assert.Equal(0, (await told.VerbAsync("export", before)).Code);
        await moved.RestartAsync(async () => Assert.Equal(0, (await moved.VerbAsync("import", before)).Code));

        await told.Registrar("kent").Ledger.RedactEntryAsync(Renamed.Request(receipts[0].EntryIndex), Cancel);
        VerbResult refused = await told.VerbAsync("export", before, "--quiet");
        Assert.Equal(65, refused.Code);
        Assert.Contains("Remove that file", refused.LastLine, StringComparison.Ordinal);

        string after = told.FileOf("after.jsonl");
        Assert.Equal(0, (await told.VerbAsync("export", after)).Code);
        await moved.RestartAsync(async () =>
        {
            VerbResult held = await moved.VerbAsync("import", after, "--quiet");
            Assert.Equal(65, held.Code);
            Assert.Contains("Remove that database", held.LastLine, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_file_without_the_redaction_of_an_erased_entry_is_refused_at_its_line()
    {
        await using TService told = await EmptyServiceAsync();
        await using TService moved = await EmptyServiceAsync();
        await TellAsync(told);
        string export = told.FileOf("whole.jsonl");
        Assert.Equal(0, (await told.VerbAsync("export", export)).Code);
        string[] lines = await File.ReadAllLinesAsync(export, Cancel);
        string cut = told.FileOf("cut.jsonl");
        await File.WriteAllTextAsync(cut, string.Concat(lines.TakeWhile(l => !l.Contains("\"redaction\"", StringComparison.Ordinal)).Select(l => l + "\n")), Cancel);
        await moved.RestartAsync(async () =>
        {
            VerbResult refused = await moved.VerbAsync("import", cut, "--quiet");
            Assert.Equal(65, refused.Code);
            Assert.StartsWith("line 3: was erased by entry", refused.LastLine, StringComparison.Ordinal);
            Assert.Equal(0, (await moved.VerbAsync("import", export)).Code);
        });
    }

    [Fact]
    public async Task An_answer_of_before_the_erasure_is_computed_again()
    {
        await using TService told = await EmptyServiceAsync();
        var secret = new SecretIncident("kent", "secret");
        IReadOnlyList<Receipt> receipts = await SubmitAsync(told, [.. secret.Updates]);
        var asking = new PastAsking(told);
        await asking.AskAsync(new GetAccountedForRateRequest { Force = "kent" });
        await told.Registrar("kent").Ledger.RedactEntryAsync(Renamed.Request(receipts[0].EntryIndex), Cancel);
        await asking.AskAsync(new GetAccountedForRateRequest { Force = "kent", Breakdown = Breakdown.Month });
        await asking.AssertReplayedAsync();
    }

    [Fact]
    public async Task A_check_tells_how_many_entries_were_erased()
    {
        await using TService told = await EmptyServiceAsync();
        SecretIncident secret = await TellAsync(told);
        VerbResult log = await told.VerbAsync("fsck");
        Assert.Equal((0, ""), (log.Code, log.Output));
        Assert.Contains($"entries, {secret.Updates.Count} of them redacted, and", log.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_finds_what_is_gone_without_a_redaction_and_redactions_that_say_something_else()
    {
        await using TService told = await EmptyServiceAsync();
        SecretIncident secret = await TellAsync(told);
        long redaction = 1 + secret.Updates.Count + 1;
        HandEdits edits = await HandEdits.BeginAsync(told);
        await edits.RunAsync(
            "DELETE FROM #entry_payloads WHERE entry_index = 0",
            "UPDATE #entry_residues SET residue = (SELECT payload FROM #entry_payloads WHERE entry_index = 11) WHERE entry_index = 2",
            "UPDATE #entry_residues SET redaction_entry = 11 WHERE entry_index = 3",
            "INSERT INTO #entry_payloads (entry_index, salt, payload) SELECT 4, salt, payload FROM #entry_payloads WHERE entry_index = 11",
            "DELETE FROM #entry_residues WHERE entry_index = 5");

        VerbResult log = await told.VerbAsync("fsck", "--quiet");
        string[] lines = log.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(65, log.Code);
        Assert.Contains("entry 0: what it holds is missing", lines);
        Assert.Contains("entry 2: stands under another force, sending system or request id than its payload says", lines);
        Assert.Contains($"entry {redaction}: holds something else of entry 2 than what is left of it", lines);
        Assert.Contains($"entry {redaction}: says that entry 3 was erased, and it was not by this one", lines);
        Assert.Contains("entry 3: is said to be erased by entry 11, and that is no redaction", lines);
        Assert.Contains($"entry 4: is said to be erased by entry {redaction}, and what it held is there", lines);
        Assert.Contains("entry 5: what it holds is missing", lines);
    }

    /// <summary>Entry 0 is of another incident, and so is the last before the redaction.</summary>
    private static async Task<SecretIncident> TellAsync(TService told)
    {
        var secret = new SecretIncident("kent", "secret");
        IReadOnlyList<Receipt> receipts = await SubmitAsync(
            told, [Told.Report("kent", "other"), .. secret.Updates, Told.Report("kent", "a third")]);
        await told.Registrar("kent").Ledger.RedactEntryAsync(Renamed.Request(receipts[1].EntryIndex), Cancel);
        return secret;
    }

    private static Task<GetAccountedForRateResponse> RateAsync(TService service) =>
        service.Reader("kent").Rates.GetAccountedForAsync("kent", cancellationToken: Cancel);

    private static string RatesOf(GetAccountedForRateResponse rate) => rate.Total.ToString();
}
