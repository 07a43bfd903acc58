using System.IO.Compression;
using Acceptance.Tests.Sqlite;
using Acceptance.Tests.Support;
using Tests.Shared;

namespace Acceptance.Tests.Packages;

/// <summary>The packages as strangers have them: from a folder, with what their README says, and nothing else of the repository.</summary>
public sealed class PackageTests(SqliteService service, PackageFeed packages) : AcceptanceTests<SqliteService>(service), IClassFixture<PackageFeed>
{
    private const string Force = "thames-valley";

    private static readonly string[] Names = ["CrimeAudit.Client", "CrimeAudit.Contracts", "CrimeAudit.Core"];

    [Fact]
    public void The_readme_shows_the_programs_that_are_run() => ShownFiles.MustBeShown("src/AuditClient/README.md");

    [Fact]
    public async Task A_connector_made_of_the_readme_is_killed_and_goes_on_and_what_it_says_can_be_proved()
    {
        string spool = Service.FileOf("guide-spool");
        string token = Service.Token("submitter reader", Force);
        using (GuideRun killed = Guide(token, "http://127.0.0.1:1", "connect", spool))
        {
            Assert.Equal("0 left by the run before", await killed.NextAsync());
            foreach (string reference in new[] { "URN-1", "URN-2", "URN-3" })
            {
                await killed.TellAsync($"{reference},2018-11-05T14:30:00Z,violence");
                Assert.Equal($"kept {reference}", await killed.NextAsync());
            }

            await killed.KillAsync();
        }

        Assert.Equal(
            ["3 left by the run before", "kept URN-4", "4 accepted, 0 refused", "4 crimes alleged or presumed as of 4 entries"],
            await RunAsync(token, "connect", spool, "URN-4,2018-11-06T09:00:00Z,violence"));
        Assert.Equal(["entry 4 of crimeaudit.localhost is proved"], await RunAsync(token, "prove", Service.FileOf("receipt.tlog-proof")));
        string follow = Service.FileOf("follow.token");
        Assert.Equal(
            ["0 Opened URN-1", "1 Opened URN-2", "2 Opened URN-3", "3 Opened URN-4", "4 Opened URN-9"], await RunAsync(token, "follow", follow));
        Assert.Empty(await RunAsync(token, "follow", follow));
    }

    [Fact]
    public async Task Packing_again_gives_the_same_bytes()
    {
        string again = await packages.PackAgainAsync();

        string[] files = [.. Directory.GetFiles(packages.Feed).Select(Path.GetFileName).OfType<string>().Order()];
        Assert.Equal(Names.Length * 2, files.Length);
        Assert.Equal(files, Directory.GetFiles(again).Select(Path.GetFileName).OfType<string>().Order());
        Assert.All(files, file => Assert.Equal(
            Convert.ToHexString(File.ReadAllBytes(Path.Combine(packages.Feed, file))), Convert.ToHexString(File.ReadAllBytes(Path.Combine(again, file)))));
    }

    [Fact]
    public void Each_package_has_its_readme_its_licence_its_documentation_and_its_symbols() => Assert.All(Names, name =>
    {
        using ZipArchive package = ZipFile.OpenRead(Directory.GetFiles(packages.Feed, $"{name}.*.nupkg").Single());
        using ZipArchive symbols = ZipFile.OpenRead(Directory.GetFiles(packages.Feed, $"{name}.*.snupkg").Single());
        using var nuspec = new StreamReader(package.GetEntry($"{name}.nuspec")!.Open());
        string text = nuspec.ReadToEnd();

        Assert.Contains("<license type=\"expression\">MIT</license>", text, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", text, StringComparison.Ordinal);
        Assert.NotNull(package.GetEntry("README.md"));
        Assert.Single(package.Entries, entry => entry.FullName.StartsWith("lib/net10.0/", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal));
        Assert.Single(package.Entries, entry => entry.FullName.StartsWith("lib/net10.0/", StringComparison.Ordinal) && entry.Name.EndsWith(".xml", StringComparison.Ordinal));
        Assert.Single(symbols.Entries, entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal));
    });

    private GuideRun Guide(string token, string address, string verb, string file) => GuideRun.Start(packages.Guide, token, address, verb, file);

    private async Task<string[]> RunAsync(string token, string verb, string file, params string[] lines)
    {
        using GuideRun run = Guide(token, Service.GrpcAddress.ToString(), verb, file);
        await run.TellAsync(lines);
        return await run.EndAsync();
    }
}
