using AuditCore.Recording.Rules;

namespace AuditCore.Tests.Recording.Rules;

public sealed class RulesPageTests
{
    private const string Write = "CRIMEAUDIT_WRITE_DOCS";

    [Fact]
    public void The_page_of_the_rules_says_what_the_rules_say()
    {
        string file = Path.Combine(Root(), "docs", "rules.md");
        string page = RulesPage.Of(RuleBook.Published);
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            File.WriteAllText(file, page);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file) == page, $"docs/rules.md is not what the rules say; run this test with {Write}=1");
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrimeAuditGrpc.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
