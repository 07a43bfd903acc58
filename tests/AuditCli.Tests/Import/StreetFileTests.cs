using System.IO.Compression;
using AuditCli.Import;
using AuditCli.Import.Maps;
using AuditCli.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Tests.Import;

/// <summary>The published street file of Thames Valley, February 2019, over a real connection into a real database.</summary>
public sealed class StreetFileTests : IDisposable
{
    private const int Rows = 13_498;
    private const int AntiSocialBehaviour = 1_243;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task It_comes_in_to_its_last_row_and_nothing_is_invented()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        CliResult result = await served.ImportAsync(folder.StreetFile(), "--map", "data.police.uk", "--json");

        Assert.Equal((Rows, Rows, 0, 0), Counts(result, "rowsRead", "updatesAccepted", "updatesReplayed", "rowsRejected"));
        Assert.False(File.Exists(folder.File("street.csv.gz.rejects.csv")));
        IReadOnlyList<IncidentSummary> incidents = await served.IncidentsAsync();
        Assert.Equal(Rows, incidents.Count);
        Assert.Equal(AntiSocialBehaviour, incidents.Count(i => i.Status == IncidentStatus.Open && i.OpeningCode == "anti-social-behaviour"));
        Assert.Equal(Rows - AntiSocialBehaviour, incidents.Count(i => i.Status == IncidentStatus.DirectCrime && i.CrimeRecords == 1));
        Assert.All(incidents.Where(i => i.Status == IncidentStatus.Open), i => Assert.Equal(TimePrecision.Month, i.ReportedTime.Precision));
        GetAccountedForRateResponse rate = await served.RateAsync();
        Assert.Equal((Rows - AntiSocialBehaviour, 0, 0), (rate.DirectCrimeRecords, rate.UnmatchedCrimeRecords, rate.Total.Counts.Alleged));
        Assert.Equal(Rows, rate.AsOf.TreeSize);
    }

    [Fact]
    public async Task A_second_run_says_it_is_all_there_and_sending_it_again_adds_nothing()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        string csv = folder.StreetFile();
        Assert.Equal(0, (await served.ImportAsync(csv, "--map", "data.police.uk")).Code);
        IReadOnlyList<IncidentSummary> before = await served.IncidentsAsync();

        CliResult second = await served.ImportAsync(csv, "--map", "data.police.uk");
        Assert.Equal(0, second.Code);
        Assert.StartsWith("It is all there already; --again sends it once more.", second.Output, StringComparison.Ordinal);

        CliResult again = await served.ImportAsync(csv, "--map", "data.police.uk", "--again", "--json");
        Assert.Equal((Rows, Rows, Rows, 0), Counts(again, "rowsRead", "updatesAccepted", "updatesReplayed", "rowsRejected"));
        Assert.Equal(before, await served.IncidentsAsync());
        Assert.Equal(Rows, (await served.RateAsync()).AsOf.TreeSize);
    }

    [Fact]
    public async Task Interrupted_and_run_again_it_ends_in_the_state_of_an_uninterrupted_run()
    {
        using TemporaryFolder other = new();
        await using Served whole = await Served.StartAsync(other.Path);
        await using Served served = await Served.StartAsync(folder.Path);
        string csv = folder.StreetFile();
        Assert.Equal(0, (await whole.ImportAsync(other.StreetFile(), "--map", "data.police.uk")).Code);

        await Assert.ThrowsAsync<ImportInterruptedException>(() => RunToRowAsync(served, csv, 6_000, row => row == 6_000));
        CliResult rest = await served.ImportAsync(csv, "--map", "data.police.uk", "--json");

        Assert.Equal((Rows, 6_000, Rows - 6_000, 0), Counts(rest, "rowsRead", "rowsSettledEarlier", "updatesAccepted", "updatesReplayed"));
        Assert.Equal(await whole.IncidentsAsync(), await served.IncidentsAsync());
    }

    [Fact]
    public async Task After_a_power_cut_it_goes_on_from_the_last_progress_kept_and_the_server_answers_replays()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        string csv = folder.StreetFile();
        await Assert.ThrowsAsync<ImportInterruptedException>(() => RunToRowAsync(served, csv, 9_000, row => row == 5_000));
        File.Copy(csv + ".progress.json", csv + ".kept");
        await Assert.ThrowsAsync<ImportInterruptedException>(() => RunToRowAsync(served, csv, 9_000, row => row == 9_000));
        File.Move(csv + ".kept", csv + ".progress.json", overwrite: true);

        CliResult rest = await served.ImportAsync(csv, "--map", "data.police.uk", "--json");
        Assert.Equal((Rows, 5_000, Rows - 5_000, 4_000), Counts(rest, "rowsRead", "rowsSettledEarlier", "updatesAccepted", "updatesReplayed"));
        Assert.Equal(Rows, (await served.IncidentsAsync()).Count);
        Assert.Equal(Rows, (await served.RateAsync()).AsOf.TreeSize);
    }

    [Fact]
    public async Task A_server_that_lost_what_it_had_accepted_gets_everything_again()
    {
        using TemporaryFolder other = new();
        string csv = folder.StreetFile();
        string address;
        await using (Served first = await Served.StartAsync(folder.Path))
        {
            address = first.Address;
            Assert.Equal(0, (await first.ImportAsync(csv, "--map", "data.police.uk")).Code);
        }

        await using Served empty = await Served.StartAsync(other.Path);
        string progress = await File.ReadAllTextAsync(csv + ".progress.json", TestContext.Current.CancellationToken);
        folder.Write("street.csv.gz.progress.json", progress.Replace(address, empty.Address, StringComparison.Ordinal));
        CliResult result = await empty.ImportAsync(csv, "--map", "data.police.uk", "--json");
        Assert.Equal((Rows, 0, Rows, 1), Counts(result, "rowsRead", "rowsSettledEarlier", "updatesAccepted", "updatesReplayed"));
        Assert.Equal(Rows, (await empty.IncidentsAsync()).Count);
    }

    [Fact]
    public async Task A_file_that_is_not_compressed_gives_the_same_identities()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        string csv = folder.StreetFile();
        Assert.Equal(0, (await served.ImportAsync(csv, "--map", "data.police.uk")).Code);
        await using (FileStream packed = File.OpenRead(csv))
        await using (GZipStream content = new(packed, CompressionMode.Decompress))
        await using (FileStream plain = File.Create(folder.File("street.csv")))
        {
            await content.CopyToAsync(plain, TestContext.Current.CancellationToken);
        }

        CliResult result = await served.ImportAsync(folder.File("street.csv"), "--map", "data.police.uk", "--json");
        Assert.Equal((Rows, Rows), (Count(result, "updatesAccepted"), Count(result, "updatesReplayed")));
    }

    public void Dispose() => folder.Dispose();

    private static async Task RunToRowAsync(Served served, string csv, int last, Func<long, bool> interrupt)
    {
        using CancellationTokenSource ctrlC = new();
        ImportSettings settings = new(csv, MapFiles.Read("data.police.uk"), new Uri(served.Address).ToString())
        {
            OnRowSent = row =>
            {
                Assert.True(row <= last, $"row {row} was sent after the interruption");
                if (interrupt(row))
                {
                    ctrlC.Cancel();
                }
            },
        };
        await using CrimeAuditClient client = CrimeAuditClient.Connect(new CrimeAuditClientOptions
        {
            Address = new Uri(served.Address),
            TokenProvider = CrimeAuditClientOptions.StaticToken(served.Token),
            Verification = { Share = ImportCommand.VerifiedShare },
        });
        await new ImportRun(settings, client, TimeProvider.System).RunAsync(_ => { }, ctrlC.Token);
    }

    private static long Count(CliResult result, string name) => result.Answer.GetProperty(name).GetInt64();

    private static (long, long, long, long) Counts(CliResult result, string first, string second, string third, string fourth) =>
        (Count(result, first), Count(result, second), Count(result, third), Count(result, fourth));
}
