using AuditServer.Hosting;
using AuditServer.Tests.Commands;
using AuditServer.Tests.Moving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuditServer.Tests.Hosting;

public sealed class StorageSettingsTests : IDisposable
{
    private const string Secret = "s3cret";

    private readonly Databases databases = new();

    public void Dispose() => databases.Dispose();

    [Theory]
    [InlineData("Provider", "Stone", null)]
    [InlineData("Provider", "sqlserver", null)]
    [InlineData("ConnectionString", "SqlServer", "")]
    [InlineData("ConnectionString", "SqlServer", "Server=.;Password=" + Secret)]
    [InlineData("ConnectionString", "SqlServer", "Server=.;Database=d;Passwort=" + Secret)]
    [InlineData("ConnectionString", "SqlServer", "Server=.;Database=d;Password=a;" + Secret + "=b")]
    [InlineData("ConnectionString", "SqlServer", "Server=.;Database=d;Password=" + Secret + ";Connect Timeout=" + Secret)]
    [InlineData("ConnectionString", "SqlServer", "Password=" + Secret + ";Database")]
    [InlineData("MigrateAtStart", "perhaps", null)]
    [InlineData("CommandTimeout", "soon", null)]
    [InlineData("CommandTimeout", "00:00:00", null)]
    [InlineData("CommandTimeout", "01:00:01", null)]
    [InlineData("CommandTimeout", "00:00:01.5", null)]
    [InlineData("Path", "", null)]
    public async Task A_setting_that_cannot_work_refuses_the_start_by_its_name_and_without_a_password(string setting, string value, string? connectionString)
    {
        var settings = new Dictionary<string, string?>
        {
            ["CrimeAudit:Storage:Path"] = databases.PathOf("none.db"),
            [connectionString is null ? $"CrimeAudit:Storage:{setting}" : "CrimeAudit:Storage:Provider"] = value,
            ["CrimeAudit:Storage:ConnectionString"] = connectionString,
        };
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(settings));
        Assert.Contains($"CrimeAudit:Storage:{setting}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(databases.PathOf("none.db")));
    }

    [Theory]
    [InlineData("CrimeAudit:Storage:MigrateAtStart", "--CrimeAudit:Storage:MigrateAtStart=perhaps")]
    [InlineData("CrimeAudit:Storage:ConnectionString", "--CrimeAudit:Storage:Provider=SqlServer")]
    [InlineData("CrimeAudit:Hosting:MaxMessageBytes", "--CrimeAudit:Hosting:MaxMessageBytes=many")]
    public async Task The_program_ends_with_78_and_one_line(string setting, string argument)
    {
        ProcessResult result = await ServerProcess.RunAsync(databases.PathOf(""), "--environment=Development", argument);
        Assert.Equal(AuditServerHost.ConfigurationExitCode, result.Code);
        Assert.Contains(setting, Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static async Task StartAsync(Dictionary<string, string?> settings)
    {
        await using WebApplication app = AuditServerHost.Build(["--environment=Development"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Configuration.AddInMemoryCollection(
                [new("CrimeAudit:Hosting:GrpcUrl", "http://127.0.0.1:0"), new("CrimeAudit:Hosting:JsonUrl", "http://127.0.0.1:0")]);
            builder.Logging.ClearProviders();
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
