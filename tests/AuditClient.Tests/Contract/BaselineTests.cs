using Tests.Shared;

namespace AuditClient.Tests.Contract;

public sealed class BaselineTests
{
    private const string Path = "protos/baseline.txt";
    private const string Heading = """
        # What callers of crimeaudit.v1 have compiled against, a fact a line. Lines are only ever added, by the test that compares them
        # with the protos (docs/contract.md); one that is gone or changed is a breaking change.

        """;

    [Fact]
    public void Nothing_that_was_published_is_broken()
    {
        Assert.Empty(BreakingChanges.Between(Baseline(), Now()));
    }

    [Fact]
    public void The_baseline_holds_all_of_the_contract()
    {
        // A broken contract must not become the baseline.
        Assert.Empty(BreakingChanges.Between(Baseline(), Now()));
        ContractFacts now = Now();
        HashSet<string> current = [.. now.InOrder.Select(fact => fact.Key)];
        IEnumerable<string> kept = Baseline().Where(fact => !current.Contains(fact.Key)).Select(ContractFacts.LineOf);
        WrittenPage.MustSay(Path, Heading + string.Join('\n', [.. now.InOrder.Select(ContractFacts.LineOf), .. kept]) + "\n");
    }

    [Fact]
    public void The_baseline_is_of_the_whole_contract()
    {
        string[] files = [.. Directory.GetFiles(Repository.PathOf("protos/crimeaudit/v1"), "*.proto").Select(System.IO.Path.GetFileName).OfType<string>()];

        Assert.Equal(files.Order().Select(name => $"file crimeaudit/v1/{name}"), Now().InOrder.Select(fact => fact.Key).Where(key => key.StartsWith("file ", StringComparison.Ordinal)));
    }

    private static IReadOnlyList<(string Key, string Value)> Baseline() =>
        File.Exists(Repository.PathOf(Path)) ? ContractFacts.Parse(Repository.Read(Path)) : [];

    private static ContractFacts Now() => ContractFacts.Of(ContractFiles.Read());
}
