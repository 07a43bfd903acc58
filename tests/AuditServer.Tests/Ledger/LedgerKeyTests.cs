using AuditCore.Ledger;
using AuditServer.Hosting;
using AuditServer.Tests.Commands;
using AuditServer.Tests.Moving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuditServer.Tests.Ledger;

/// <summary>With which keys a server starts, and with which it does not.</summary>
public sealed class LedgerKeyTests : IDisposable
{
    private const string Origin = "crimeaudit.example.org/log";

    private readonly Databases databases = new();

    public void Dispose() => databases.Dispose();

    [Fact]
    public async Task In_production_a_log_without_name_or_key_is_not_served()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("Production", []));
        Assert.Contains("CrimeAudit:Ledger:Origin is missing", refused.Message, StringComparison.Ordinal);
        Assert.Contains("CrimeAudit:Ledger:KeyFile is missing", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "a log")]
    [InlineData("Origin", "a+log")]
    [InlineData("KeyFile", "some.key", "Key", "key")]
    [InlineData("NextKeyFile", "some.key", "NextKey", "key")]
    public async Task Settings_that_contradict_themselves_are_named(
        string setting, string value, string? other = null, string? otherValue = null)
    {
        var settings = new Dictionary<string, string?> { [$"CrimeAudit:Ledger:{setting}"] = value };
        if (other is not null)
        {
            settings[$"CrimeAudit:Ledger:{other}"] = otherValue;
        }

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("Development", settings));
        Assert.Contains($"CrimeAudit:Ledger:{setting}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_made_by_the_verb_is_taken_in_production()
    {
        string file = databases.PathOf("ledger.key");
        VerbRun made = await VerbRun.OfAsync("new-key", Origin, file);
        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Equal(Origin, VerifierKey.Parse(made.Output.TrimEnd()).Name);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        await StartAsync("Production", Keyed(file));
        Assert.Equal(2, (await VerbRun.OfAsync("new-key", Origin, file)).Code);
        Assert.Equal(2, (await VerbRun.OfAsync("new-key", "a log", databases.PathOf("other.key"))).Code);
        Assert.Equal(2, (await VerbRun.OfAsync("new-key", Origin, databases.PathOf("no/folder.key"))).Code);
    }

    [Fact]
    public async Task A_key_that_is_missing_is_not_made_in_production()
    {
        string file = databases.PathOf("nowhere.key");
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync("Production", Keyed(file)));
        Assert.StartsWith("CrimeAudit:Ledger:KeyFile: ", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_key_that_others_can_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Access lists decide there.");
        string file = await NewKeyAsync(Origin);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync("Production", Keyed(file)));
        Assert.Contains("CrimeAudit:Ledger:KeyFile: others than its owner", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_another_log_and_a_file_that_holds_none_are_refused_without_being_repeated()
    {
        string other = await NewKeyAsync("example.org/other");
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync("Production", Keyed(other)));
        Assert.Contains("the key is of 'example.org/other'", refused.Message, StringComparison.Ordinal);

        string damaged = await NewKeyAsync(Origin);
        string line = (await File.ReadAllTextAsync(damaged, TestContext.Current.CancellationToken)).TrimEnd();
        await File.WriteAllTextAsync(damaged, line[..^4], TestContext.Current.CancellationToken);
        refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync("Production", Keyed(damaged)));
        Assert.StartsWith("CrimeAudit:Ledger:KeyFile: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(line[^40..^4], refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_development_server_makes_its_key_once_beside_the_database()
    {
        string file = databases.PathOf("served.db.ledger-key");
        await StartAsync("Development", []);
        string made = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await StartAsync("Development", []);
        Assert.Equal(made, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    private static Dictionary<string, string?> Keyed(string file) =>
        new() { ["CrimeAudit:Ledger:Origin"] = Origin, ["CrimeAudit:Ledger:KeyFile"] = file };

    private async Task<string> NewKeyAsync(string origin)
    {
        string file = databases.PathOf($"{Guid.NewGuid():N}.key");
        Assert.Equal(0, (await VerbRun.OfAsync("new-key", origin, file)).Code);
        return file;
    }

    private async Task StartAsync(string environment, Dictionary<string, string?> settings)
    {
        await using WebApplication app = AuditServerHost.Build([$"--environment={environment}"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(
            [
                new("CrimeAudit:Hosting:GrpcUrl", "http://127.0.0.1:0"), new("CrimeAudit:Hosting:JsonUrl", "http://127.0.0.1:0"),
                new("CrimeAudit:Storage:Path", databases.PathOf("served.db")),
                new("Authentication:Schemes:Bearer:Authority", "https://issuer.example.org"),
                new("Authentication:Schemes:Bearer:ValidAudience", "crimeaudit"),
            ]);
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Logging.ClearProviders();
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
