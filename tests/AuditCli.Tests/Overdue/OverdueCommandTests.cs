using AuditCli.Support;
using AuditCli.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditCli.Tests.Overdue;

public sealed class OverdueCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task It_shows_the_worst_first_as_a_table_csv_and_json()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        DateTimeOffset reported = DateTimeOffset.UtcNow.AddDays(-3);
        await ReportAsync(served, "a,1", reported, "burglary");
        await ReportAsync(served, "b2", reported, "rape");

        CliResult table = await RunAsync(served);
        Assert.Equal((0, ""), (table.Code, table.Error));
        Assert.StartsWith("2 overdue (2 presumed), 0 due soon", table.Output, StringComparison.Ordinal);
        Assert.True(Place(table, "presumed:rape") < Place(table, "presumed:burglary"), table.Output);
        Assert.Contains("██████······ 90", table.Output, StringComparison.Ordinal);
        Assert.Contains(TimeText.Minute(reported.AddDays(1).ToTimestamp()), table.Output, StringComparison.Ordinal);

        string[] csv = (await RunAsync(served, "--csv", "--top", "0")).Output.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.StartsWith("unit_id,alleged_ref,presumed,rule,offence,", csv[0], StringComparison.Ordinal);
        Assert.StartsWith("thames-valley/storm/b2,presumed:rape,yes,rape,019/08,sexual-offences,", csv[1], StringComparison.Ordinal);
        Assert.Equal(3, csv.Length);

        ListOverdueResponse json = ListOverdueResponse.Parser.ParseJson((await RunAsync(served, "--json", "--top", "1", "--due-within", "4h")).Output);
        Assert.Equal(("presumed:rape", 2), (Assert.Single(json.Crimes).AllegedRef, json.Totals.Overdue));
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once()
    {
        CliResult result = await CliRunner.RunAsync(
            ["overdue", "--force", "Kent", "--due-within", "40d", "--top", "-1", "--json", "--csv", "--token", "t"]);
        result.Refused("--force: 'Kent'", "--due-within: '40d'", "--top: -1", "--json and --csv");
    }

    public void Dispose() => folder.Dispose();

    private static int Place(CliResult result, string text) => result.Output.IndexOf(text, StringComparison.Ordinal);

    private static async Task ReportAsync(Served served, string reference, DateTimeOffset reported, string openingCode) =>
        await served.Client.Incidents.SubmitAsync(
            IncidentUpdates.Opened("thames-valley", "storm", reference, reported, openingCode), TestContext.Current.CancellationToken);

    private static Task<CliResult> RunAsync(Served served, params string[] arguments) =>
        CliRunner.RunAsync(["overdue", "--force", "thames-valley", "--address", served.Address, "--token", served.Token, .. arguments]);
}
