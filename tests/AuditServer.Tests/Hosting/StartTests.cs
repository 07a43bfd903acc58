using AuditServer.Hosting;
using AuditServer.Tests.Security;
using AuditServer.Tests.Support;
using Microsoft.Extensions.Options;

namespace AuditServer.Tests.Hosting;

public sealed class StartTests
{
    public static TheoryData<string> IncompleteKeys => ["Authentication:Schemes:Bearer:SigningKeys:0:Value", "Authentication:Schemes:Bearer:ValidIssuer"];

    [Fact]
    public void Outside_Development_the_server_refuses_to_start_without_an_issuer()
    {
        var refusal = Assert.Throws<StartRefusedException>(() => new ServerUnderTest("Production").Build());
        Assert.Contains("Authentication:Schemes:Bearer:Authority", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Authentication:Schemes:Bearer:ValidIssuer", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Authentication:Schemes:Bearer:SigningKeys", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(IncompleteKeys))]
    public void Outside_Development_an_issuer_without_its_key_does_not_suffice(string missing)
    {
        (string Setting, string? Value)[] settings = [.. new Issuer().Settings.Where(setting => setting.Setting != missing)];
        Assert.Throws<StartRefusedException>(() => new ServerUnderTest("Production", settings).Build());
    }

    [Fact]
    public void Outside_Development_an_authority_suffices() =>
        Assert.NotNull(new ServerUnderTest("Production", ("Authentication:Schemes:Bearer:Authority", "https://identity.example")).Build());

    [Theory]
    [InlineData("CrimeAudit:Hosting:GrpcUrl", "127.0.0.1:5080")]
    [InlineData("CrimeAudit:Hosting:GrpcUrl", "ftp://127.0.0.1:5080")]
    [InlineData("CrimeAudit:Hosting:JsonUrl", "http://some.name:5081")]
    [InlineData("CrimeAudit:Hosting:JsonUrl", "http://127.0.0.1:65536")]
    [InlineData("CrimeAudit:Hosting:JsonUrl", "http://127.0.0.1")]
    [InlineData("CrimeAudit:Hosting:MaxMessageBytes", "1023")]
    [InlineData("CrimeAudit:Hosting:MaxMessageBytes", "67108865")]
    public void A_setting_that_cannot_work_is_refused_by_name(string setting, string value)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => new ServerUnderTest("Development", (setting, value)).Build());
        Assert.Contains(setting, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(value, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_plain_port_for_both_protocols_is_refused()
    {
        const string Address = "http://127.0.0.1:5080";
        var server = new ServerUnderTest("Development", ("CrimeAudit:Hosting:GrpcUrl", Address), ("CrimeAudit:Hosting:JsonUrl", Address));
        Assert.Contains("two ports", Assert.Throws<OptionsValidationException>(server.Build).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoints_that_Kestrel_would_read_by_itself_are_refused()
    {
        var server = new ServerUnderTest("Development", ("Kestrel:Endpoints:Other:Url", "http://*:80"));
        Assert.Contains("Kestrel:Endpoints", Assert.Throws<OptionsValidationException>(server.Build).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_configuration_has_an_exit_code_of_its_own() =>
        Assert.Equal(AuditServerHost.ConfigurationExitCode, AuditServerHost.Run(["--environment=Production", "--Authentication:Schemes:Bearer:Authority="]));
}
