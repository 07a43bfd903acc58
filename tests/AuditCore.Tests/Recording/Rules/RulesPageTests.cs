using AuditCore.Recording.Rules;
using Tests.Shared;

namespace AuditCore.Tests.Recording.Rules;

public sealed class RulesPageTests
{
    [Fact]
    public void The_page_of_the_rules_says_what_the_rules_say() => WrittenPage.MustSay("docs/rules.md", RulesPage.Of(RuleBook.Published));
}
