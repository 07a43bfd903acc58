using AuditServer.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;

namespace AuditServer.Security.Certificates;

/// <summary>Refuses settings of client certificates that cannot work, naming the setting.</summary>
internal sealed class ClientCertificateOptionsCheck(IOptions<TlsOptions> tls) : IValidateOptions<ClientCertificateOptions>
{
    public ValidateOptionsResult Validate(string? name, ClientCertificateOptions options)
    {
        string[] wrong = [.. WrongAuthorities(options), .. options.Clients.SelectMany(Wrong), .. Repeated(options)];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private IEnumerable<string> WrongAuthorities(ClientCertificateOptions options)
    {
        bool asked = tls.Value.ClientCertificates != ClientCertificateMode.NoCertificate;
        if (options.Clients.Count > 0 && !asked)
        {
            yield return $"{Setting(nameof(options.Clients))} names clients, and {TlsOptions.Section}:{nameof(TlsOptions.ClientCertificates)} asks nobody for a certificate.";
        }

        if (!asked)
        {
            yield break;
        }

        if (options.AuthorityFile.Length == 0)
        {
            yield return $"{Setting(nameof(options.AuthorityFile))} is missing: it names the authorities whose client certificates are believed.";
        }
        else if (ClientAuthorities.Refusal(options.AuthorityFile) is { } refusal)
        {
            yield return $"{Setting(nameof(options.AuthorityFile))}: {refusal}";
        }
    }

    private static IEnumerable<string> Wrong(ClientIdentity client, int place)
    {
        string at = Setting(FormattableString.Invariant($"{nameof(ClientCertificateOptions.Clients)}:{place}"));
        if (client.DnsName.Length == 0 == (client.SubjectName.Length == 0))
        {
            yield return $"{at}: give one of {nameof(client.DnsName)} and {nameof(client.SubjectName)}.";
        }

        if (client.SubjectName.Length > 0 && CertificateName.Parse(client.SubjectName) is null)
        {
            yield return $"{at}:{nameof(client.SubjectName)} is '{client.SubjectName}'; it takes a name such as CN=connector,O=Kent Police.";
        }

        if (!CallerReading.CanBeKept(client.Subject))
        {
            yield return $"{at}:{nameof(client.Subject)} is missing, or not of 1 to {CallerReading.LongestSubject} characters.";
        }

        foreach (string role in client.Roles.Where(r => !Role.All.Contains(r)))
        {
            yield return $"{at}:{nameof(client.Roles)}: '{role}' is none of {string.Join(", ", Role.All)}.";
        }

        foreach (string force in client.Forces.Where(f => AuditCore.Reference.Forces.Find(f) is null))
        {
            yield return $"{at}:{nameof(client.Forces)}: '{force}' is no force; ListForces has their slugs.";
        }
    }

    private static IEnumerable<string> Repeated(ClientCertificateOptions options) => options.Clients
        .GroupBy(c => (DnsName: c.DnsName.ToUpperInvariant(), SubjectName: CertificateName.Parse(c.SubjectName) ?? c.SubjectName))
        .Where(same => same.Count() > 1)
        .Select(same => $"{Setting(nameof(options.Clients))}: '{same.First().DnsName}{same.Key.SubjectName}' is given {same.Count()} times.");

    private static string Setting(string option) => $"{ClientCertificateOptions.Section}:{option}";
}
