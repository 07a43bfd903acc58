using Tests.Shared;

namespace AuditServer.Tests.Storage;

public sealed class SqlPageTests
{
    [Fact]
    public void The_page_of_the_SQL_says_what_the_service_runs() => WrittenPage.MustSay("docs/sql.md", SqlPage.Text());
}
