using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;

namespace AuditServer.Hosting;

/// <summary>Refuses TLS settings that cannot work, naming the setting: files are read, not only looked for.</summary>
internal sealed class TlsOptionsCheck(IOptions<HostingOptions> hosting, IConfiguration configuration, IHostEnvironment environment) : IValidateOptions<TlsOptions>
{
    private const string KestrelsOwn = "Kestrel:Certificates:Default";

    public ValidateOptionsResult Validate(string? name, TlsOptions options)
    {
        string[] wrong = [.. Wrong(options)];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private IEnumerable<string> Wrong(TlsOptions options)
    {
        if (options.MinimumVersion is not ("1.2" or "1.3"))
        {
            yield return $"{Setting(nameof(options.MinimumVersion))} is '{options.MinimumVersion}'; 1.2 and 1.3 are possible.";
        }

        if (!Enum.IsDefined(options.ClientCertificates) || options.ClientCertificates == ClientCertificateMode.DelayCertificate)
        {
            yield return $"{Setting(nameof(options.ClientCertificates))} is '{options.ClientCertificates}'; " +
                "NoCertificate, AllowCertificate and RequireCertificate are possible.";
        }

        if (options.ClientCertificates != ClientCertificateMode.NoCertificate && !IsSecure(hosting.Value))
        {
            yield return $"{Setting(nameof(options.ClientCertificates))} asks for certificates, and neither " +
                $"{HostingOptions.Section}:GrpcUrl nor :JsonUrl is https.";
        }

        if (options.CertificateFile.Length == 0 && IsSecure(hosting.Value) && !HasOther())
        {
            yield return $"{Setting(nameof(options.CertificateFile))} is missing: an address is https, and {KestrelsOwn} names no certificate either.";
        }

        if (options.CertificateFile.Length == 0 != (options.KeyFile.Length == 0))
        {
            yield return $"{Setting(nameof(options.CertificateFile))} and {Setting(nameof(options.KeyFile))} go together: one of them is missing.";
        }
        else if (options.CertificateFile.Length > 0 && Refusal(options) is { } refusal)
        {
            yield return refusal;
        }
    }

    /// <summary>A developer's machine can have a certificate of its own.</summary>
    private bool HasOther() => environment.IsDevelopment() || configuration.GetSection(KestrelsOwn).Exists();

    private static bool IsSecure(HostingOptions hosting) =>
        ListenAddress.Parse(hosting.GrpcUrl) is { Secure: true } || ListenAddress.Parse(hosting.JsonUrl) is { Secure: true };

    private static string? Refusal(TlsOptions options)
    {
        try
        {
            ServerCertificate.Load(options).Certificate.Dispose();
            return null;
        }
        catch (StartRefusedException refused)
        {
            return refused.Message;
        }
    }

    private static string Setting(string option) => $"{TlsOptions.Section}:{option}";
}
