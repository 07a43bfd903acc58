using System.Globalization;
using AuditCli.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Tests.Ledger;

public sealed class LedgerRedactTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Without_yes_nothing_is_erased_and_with_it_the_log_says_so()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        CancellationToken cancel = TestContext.Current.CancellationToken;
        IncidentUpdate update = IncidentUpdates.Opened(
            "thames-valley", "storm", "URN-1", new DateTimeOffset(2019, 2, 4, 9, 0, 0, TimeSpan.Zero), "violence");
        long index = (await served.Client.Incidents.SubmitAsync(update, cancel)).Receipt.EntryIndex;
        string registrar = await served.TokenAsync("--role", "registrar", "--force", "thames-valley");
        string[] command =
        [
            "ledger", "redact", "--address", served.Address, "--token", registrar, "--entry", index.ToString(CultureInfo.InvariantCulture),
            "--request-id", "erasure-1", "--reason", "granted", "--basis", "UK GDPR article 17",
        ];

        CliResult asked = await CliRunner.RunAsync(command);
        Assert.NotEqual(0, asked.Code);
        Assert.Contains("--yes: is missing", asked.Error, StringComparison.Ordinal);
        Assert.Equal("URN-1", Assert.Single(await served.IncidentsAsync()).Key.Ref);

        CliResult done = await CliRunner.RunAsync([.. command, "--yes"]);
        Assert.Equal((0, ""), (done.Code, done.Error));
        Assert.Equal($"entry {index + 1} of the log says that 1 entries were erased", done.Output.TrimEnd());
        Assert.StartsWith("redacted-", Assert.Single(await served.IncidentsAsync()).Key.Ref, StringComparison.Ordinal);
        Assert.EndsWith(", as it did before", (await CliRunner.RunAsync([.. command, "--yes"])).Output.TrimEnd(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
