using AuditServer.Hosting;
using AuditServer.Hosting.Settings;
using AuditServer.Tests.Deployment;

namespace AuditServer.Tests.Commands;

public sealed class ConfigTests
{
    private const string Secret = "Sw0rdf1sh";

    [Fact]
    public async Task Every_setting_is_printed_with_its_value_and_what_said_so()
    {
        VerbRun run = await ConfigAsync("--CrimeAudit:Limits:Calls=7");
        Assert.True(run.Code == 0, run.Error);
        string[][] lines = [.. run.Output.TrimEnd().Split(Environment.NewLine).Select(line => line.Split('\t'))];
        Assert.All(lines, line => Assert.Equal(3, line.Length));
        Assert.Empty(Settings.All.Except(lines.Select(line => line[0])));
        Assert.Contains(["CrimeAudit:Limits:Calls", "7", "command line"], lines);
        Assert.Contains(["CrimeAudit:Limits:CallBurst", "5000", "default"], lines);
        Assert.Contains(["CrimeAudit:Storage:CommandTimeout", "00:00:30", "default"], lines);
    }

    [Fact]
    public async Task Secrets_are_masked_wherever_they_stand()
    {
        VerbRun run = await ConfigAsync(
            "--CrimeAudit:Storage:Provider=SqlServer",
            $"--CrimeAudit:Storage:ConnectionString=Server=db;Database=crimeaudit;User ID=app;Password={Secret}",
            $"--CrimeAudit:Ledger:Key={Secret}",
            $"--CrimeAudit:Ledger:NextKey={Secret}",
            $"--Kestrel:Certificates:Default:Password={Secret}",
            $"--Authentication:Schemes:Bearer:SigningKeys:0:Value={Secret}",
            $"--Authentication:Schemes:Bearer:ClientSecret={Secret}");
        Assert.DoesNotContain(Secret, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Contains("CrimeAudit:Ledger:Key\t***\tcommand line", run.Output, StringComparison.Ordinal);
        Assert.Contains("Data Source=db;Initial Catalog=crimeaudit;User ID=app;Password=***\tcommand line", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Server=db;Database=d;Password=a;" + Secret + "=b")]
    [InlineData(Secret)]
    public async Task Of_a_connection_string_that_is_none_nothing_is_shown(string connectionString)
    {
        VerbRun run = await ConfigAsync("--CrimeAudit:Storage:Provider=SqlServer", $"--CrimeAudit:Storage:ConnectionString={connectionString}");
        Assert.Equal(AuditServerHost.ConfigurationExitCode, run.Code);
        Assert.DoesNotContain(Secret, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Contains("CrimeAudit:Storage:ConnectionString\t***\t", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_start_would_refuse_is_told_all_at_once()
    {
        VerbRun run = await ConfigAsync("--CrimeAudit:Limits:Calls=0", "--CrimeAudit:Sequencing:BatchSize=0", "--CrimeAudit:Hosting:JsonUrl=nowhere");
        Assert.Equal(AuditServerHost.ConfigurationExitCode, run.Code);
        Assert.All(
            ["CrimeAudit:Limits:Calls is '0'", "CrimeAudit:Sequencing:BatchSize is '0'", "CrimeAudit:Hosting:JsonUrl is 'nowhere'"],
            told => Assert.Contains(told, run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_the_server_does_not_have_is_refused()
    {
        VerbRun run = await ConfigAsync("--CrimeAudit:Limit:Calls=5");
        Assert.Equal(AuditServerHost.ConfigurationExitCode, run.Code);
        Assert.Contains("CrimeAudit:Limit:Calls: the server has no such setting", run.Error, StringComparison.Ordinal);

        VerbRun mistyped = await ConfigAsync("--CrimeAudit:Limits:Cals=5");
        Assert.Equal(AuditServerHost.ConfigurationExitCode, mistyped.Code);
        Assert.Matches("CrimeAudit:Limits: .*Cals", mistyped.Error);
        StartRefusedException start = Assert.Throws<StartRefusedException>(
            () => AuditServerHost.Build(["--environment=Development", "--CrimeAudit:Limit:Calls=5"]));
        Assert.Equal("CrimeAudit:Limit:Calls: the server has no such setting", start.Message);
    }

    [Theory]
    [InlineData("CrimeAudit:Ledgr:Key", Secret)]
    [InlineData("CrimeAudit:Ledger:Kee", Secret)]
    [InlineData("CrimeAudit:Telemetry:OtlpEndpoint", "http://collector:" + Secret + "@127.0.0.1:4317")]
    [InlineData("CrimeAudit:Telemetry:OtlpEndpoint", "htp://collector:" + Secret + "@127.0.0.1:4317")]
    [InlineData("CrimeAudit:Telemetry:OtlpEndpoint", "collector:" + Secret + "@127.0.0.1:4317")]
    public async Task A_secret_under_a_mistyped_name_or_in_an_address_is_masked(string setting, string value)
    {
        VerbRun run = await ConfigAsync($"--{setting}={value}");
        Assert.DoesNotContain(Secret, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Matches($"{setting}\\t.*\\*\\*\\*", run.Output);
    }

    [Fact]
    public async Task Outside_Development_https_without_a_certificate_is_refused()
    {
        VerbRun run = await VerbRun.OfAsync("config", "--environment=Production", "--CrimeAudit:Hosting:GrpcUrl=https://*:443", "--Authentication:Schemes:Bearer:Authority=https://a.example");
        Assert.Equal(AuditServerHost.ConfigurationExitCode, run.Code);
        Assert.Contains("CrimeAudit:Tls:CertificateFile is missing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_missing_credentials_are_told()
    {
        VerbRun run = await VerbRun.OfAsync("config", "--environment=Production", "--CrimeAudit:Ledger:Origin=example.org/log", "--CrimeAudit:Ledger:Key=x");
        Assert.Equal(AuditServerHost.ConfigurationExitCode, run.Code);
        Assert.Contains("Authentication:Schemes:Bearer:Authority", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_called_as_secrets_are_is_marked_as_one() => Assert.Empty(
        EffectiveSettings.Sections.Values.SelectMany(type => type.GetProperties())
            .Where(p => p.CanWrite && (p.Name.EndsWith("Key", StringComparison.Ordinal) || p.Name.Contains("Password", StringComparison.Ordinal)
                || p.Name.Contains("Secret", StringComparison.Ordinal) || p.Name.EndsWith("ConnectionString", StringComparison.Ordinal)))
            .Where(p => p.GetCustomAttributes(typeof(SecretAttribute), inherit: false).Length == 0)
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));

    private static Task<VerbRun> ConfigAsync(params string[] settings) => VerbRun.OfAsync(["config", "--environment=Development", .. settings]);
}
