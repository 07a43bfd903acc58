using System.Text.RegularExpressions;
using Tests.Shared;

namespace AuditServer.Tests.Deployment;

public sealed partial class SettingsTableTests
{
    [Fact]
    public void The_readme_lists_the_settings_that_the_server_has_and_no_others() => Assert.Equal(
        Settings.All.Order(StringComparer.Ordinal),
        Row.Matches(Repository.Read("README.md")).Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^\| `(?<name>CrimeAudit:\w+:\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row { get; }
}
