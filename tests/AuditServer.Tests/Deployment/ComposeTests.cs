using System.Text.RegularExpressions;
using AuditServer.Hosting;
using AuditServer.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tests.Shared;

namespace AuditServer.Tests.Deployment;

/// <summary>No Docker is needed to see that compose.yaml speaks of what there is, and gives nothing away.</summary>
public sealed partial class ComposeTests
{
    private const string ServerSettings = "x-server/environment";

    private static readonly string Text = Repository.Read("compose.yaml");
    private static readonly ComposeFile Compose = ComposeFile.Parse(Text);

    [Fact]
    public void Every_setting_of_the_server_is_one_that_the_server_has()
    {
        string[] settings = [.. Compose.Under(ServerSettings).Keys.Where(k => k.StartsWith("CrimeAudit__", StringComparison.Ordinal))];
        Assert.NotEmpty(settings);
        Assert.Empty(settings.Select(s => s.Replace("__", ":", StringComparison.Ordinal)).Except(Settings.All));
    }

    [Fact]
    public void The_settings_as_a_whole_are_accepted_by_the_server()
    {
        using WebApplication app = AuditServerHost.Build(["--environment=Production"], builder =>
            builder.Configuration.AddInMemoryCollection(Compose.Under(ServerSettings).Select(setting =>
                KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)Filled(setting.Value)))));
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        StorageOptions storage = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        Assert.Equal(StorageOptions.SqlServer, storage.Provider);
        Assert.False(storage.MigrateAtStart);
        Assert.Equal("sample-MSSQL_SA_PASSWORD", new SqlConnectionStringBuilder(storage.ConnectionString).Password);
    }

    [Fact]
    public void Every_service_is_of_a_pinned_image()
    {
        Assert.NotEmpty(Compose.Of("image"));
        Assert.All(Compose.Of("image"), image => Assert.Matches("^[^:]+:[^:]*[0-9][^:]*$", image));
    }

    [Fact]
    public void SQL_Server_is_the_one_that_the_acceptance_tests_run_on() => Assert.Contains(
        $"\"{Compose.Under("services/sqlserver")["image"]}\"",
        Repository.Read("tests/Acceptance.Tests/SqlServer/TestServer.cs"),
        StringComparison.Ordinal);

    [Fact]
    public void The_server_is_the_image_that_this_version_publishes()
    {
        string repository = Single(Repository.Read("src/AuditServer/AuditServer.csproj"), "<ContainerRepository>(.*)</ContainerRepository>");
        string version = Single(Repository.Read("Directory.Build.props"), "<Version>(.*)</Version>");
        Assert.Equal($"{repository}:{version}", Compose.Under("x-server")["image"]);
    }

    [Fact]
    public void Nothing_secret_stands_in_it_and_nothing_secret_has_a_default()
    {
        string[] secrets = [.. Secret.Matches(Text).Select(m => m.Groups["value"].Value)];
        Assert.NotEmpty(secrets);
        Assert.All(secrets, secret => Assert.Matches(@"^\$\{\w+:\?[^}]*\}$", secret));
        Assert.All(Variable.Matches(Text), used => Assert.Contains(":?", used.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_variable_is_explained_in_the_example_and_has_no_value_there()
    {
        string[] lines = [.. Repository.Read(".env.example").Split('\n').Where(line => line is [not '#', ..])];
        Assert.Equal(
            Variable.Matches(Text).Select(v => $"{v.Groups["name"].Value}=").Distinct().Order(StringComparer.Ordinal),
            lines.Order(StringComparer.Ordinal));
        Assert.Contains(".env", Repository.Read(".gitignore").Split('\n'));
    }

    [Fact]
    public void Ports_are_published_on_loopback_alone_and_each_once()
    {
        string[] published = [.. Compose.Values.Where(v => v.Path.Contains("/ports/", StringComparison.Ordinal)).Select(v => v.Value)];
        Assert.All(published, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
        Assert.Distinct(published.Select(port => port.Split(':')[1]));
    }

    [Fact]
    public void The_server_may_do_no_more_than_it_needs()
    {
        Assert.Equal("true", Compose.Under("x-server")["read_only"]);
        Assert.Contains("ALL", Compose.Under("x-server/cap_drop").Values);
        Assert.Contains("no-new-privileges:true", Compose.Under("x-server/security_opt").Values);
        Assert.Equal("app", Single(Repository.Read("src/AuditServer/AuditServer.csproj"), "<ContainerUser>(.*)</ContainerUser>"));
    }

    [Theory]
    [InlineData("a: 1\na: 2")]
    [InlineData("a:\n   b: 1")]
    [InlineData("a:\n    b: 1")]
    [InlineData("a:\n\tb: 1")]
    [InlineData("a: \"open")]
    [InlineData("a: b: c")]
    [InlineData("a: 1\n  b: 2")]
    [InlineData("just words")]
    public void What_is_not_well_formed_is_not_read(string text) => Assert.Throws<FormatException>(() => ComposeFile.Parse(text));

    private static string Filled(string value) => Variable.Replace(value, v => $"sample-{v.Groups["name"].Value}");

    private static string Single(string text, string pattern) => Assert.Single(Regex.Matches(text, pattern)).Groups[1].Value;

    [GeneratedRegex(@"(?<!\$)\$\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Variable { get; }

    // PASSWORD: "…" of an environment, Password=…; of a connection string. What a container's own shell reads has two dollars.
    [GeneratedRegex("""(?i)(?:\w*(?:password|secret)\w*: "?|password=)(?<value>[^;"\n]+)""")]
    private static partial Regex Secret { get; }
}
