using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using AuditServer.Hosting;
using AuditServer.Hosting.Settings;
using AuditServer.Tests.Commands;

namespace AuditServer.Tests.Hosting;

/// <summary>Walks every class of options: a value that cannot be is refused at the start with the name of the setting, whatever the setting is.</summary>
public sealed class EveryOptionTests
{
    // Texts, of which any can be meant: where something is, or who.
    private static readonly string[] Free =
    [
        "CrimeAudit:Security:DevelopmentKeyFile",
    ];

    // Judged by checks of their own, with tests of their own, where a wrong text is refused.
    private static readonly Dictionary<string, string> Wrong = new(StringComparer.Ordinal)
    {
        ["CrimeAudit:Hosting:GrpcUrl"] = "nowhere",
        ["CrimeAudit:Hosting:JsonUrl"] = "nowhere",
        ["CrimeAudit:Hosting:MaxMessageBytes"] = "1",
        ["CrimeAudit:Hosting:ShutdownTimeout"] = "00:00:00",
        ["CrimeAudit:Storage:Provider"] = "Stone",
        ["CrimeAudit:Storage:Path"] = "",
        ["CrimeAudit:Storage:ConnectionString"] = "nothing",
        ["CrimeAudit:Ledger:Origin"] = "no origin, but a sentence",
        ["CrimeAudit:Ledger:KeyFile"] = "",
        ["CrimeAudit:Ledger:Key"] = "",
        ["CrimeAudit:Ledger:NextKeyFile"] = "a-file",
        ["CrimeAudit:Ledger:NextKey"] = "a key",
        ["CrimeAudit:Tls:CertificateFile"] = "/nowhere.pem",
        ["CrimeAudit:Tls:KeyFile"] = "/nowhere.key",
        ["CrimeAudit:Tls:MinimumVersion"] = "1.0",
        ["CrimeAudit:ClientCertificates:AuthorityFile"] = "/nowhere.pem",
        ["CrimeAudit:ClientCertificates:Clients"] = "",
        ["CrimeAudit:Telemetry:OtlpEndpoint"] = "nowhere",
        ["CrimeAudit:Rates:StaleAfterBySystem"] = "",
        ["CrimeAudit:Rates:ExpectedSystems"] = "",
    };

    public static TheoryData<string> All => [.. Properties.Keys.Where(name => !Free.Contains(name)).Order(StringComparer.Ordinal)];

    private static Dictionary<string, PropertyInfo> Properties { get; } = EffectiveSettings.Sections
        .SelectMany(section => section.Value.GetProperties().Where(p => p.CanWrite).Select(p => (Name: $"{section.Key}:{p.Name}", Property: p)))
        .ToDictionary(p => p.Name, p => p.Property, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_value_that_cannot_be_is_refused_with_the_name_of_the_setting(string name)
    {
        PropertyInfo property = Properties[name];
        foreach (string[] settings in WrongSettings(name, property))
        {
            VerbRun run = await VerbRun.OfAsync(["config", "--environment=Development", .. settings]);
            Assert.True(run.Code == AuditServerHost.ConfigurationExitCode, $"{string.Join(' ', settings)} is taken");
            Assert.Contains(name, run.Error, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string[]> WrongSettings(string name, PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsValueType)
        {
            yield return [$"--{name}=nonsense"];
        }

        foreach (RangeAttribute range in property.GetCustomAttributes<RangeAttribute>())
        {
            yield return [$"--{name}={OutOf(range)}"];
        }

        if (Wrong.TryGetValue(name, out string? value))
        {
            yield return Together(name, value);
        }
        else if (!type.IsValueType)
        {
            Assert.Fail($"{name} is a text that nothing checks: check it, or say here that any can be meant.");
        }
        else if (type != typeof(bool) && !type.IsEnum && !property.GetCustomAttributes<RangeAttribute>().Any())
        {
            Assert.Fail($"{name} has no range.");
        }
    }

    /// <summary>Some are wrong only beside another one.</summary>
    private static string[] Together(string name, string value) => name switch
    {
        "CrimeAudit:Storage:ConnectionString" => [$"--{name}={value}", "--CrimeAudit:Storage:Provider=SqlServer"],
        "CrimeAudit:Ledger:KeyFile" or "CrimeAudit:Ledger:Key" => ["--CrimeAudit:Ledger:KeyFile=f", "--CrimeAudit:Ledger:Key=k"],
        "CrimeAudit:Ledger:NextKeyFile" or "CrimeAudit:Ledger:NextKey" => ["--CrimeAudit:Ledger:NextKeyFile=f", "--CrimeAudit:Ledger:NextKey=k"],
        "CrimeAudit:ClientCertificates:AuthorityFile" =>
            [$"--{name}={value}", "--CrimeAudit:Hosting:GrpcUrl=https://127.0.0.1:0", "--CrimeAudit:Tls:ClientCertificates=AllowCertificate"],
        "CrimeAudit:ClientCertificates:Clients" => [$"--{name}:0:DnsName=a.example", $"--{name}:0:Subject=a"],
        "CrimeAudit:Rates:StaleAfterBySystem" => [$"--{name}:niche=soon"],
        "CrimeAudit:Rates:ExpectedSystems" => [$"--{name}:0=nowhere"],
        _ => [$"--{name}={value}"],
    };

    private static string OutOf(RangeAttribute range) => range.Maximum switch
    {
        int most => ((long)most + 1).ToString(CultureInfo.InvariantCulture) is var over && most < int.MaxValue ? over : "-1",
        double most => (most + 1).ToString(CultureInfo.InvariantCulture),
        _ => (TimeSpan.Parse((string)range.Maximum, CultureInfo.InvariantCulture) + TimeSpan.FromMilliseconds(1)).ToString(),
    };
}
