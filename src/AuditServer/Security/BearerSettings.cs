using AuditServer.Hosting;
using AuditServer.Security.Certificates;

namespace AuditServer.Security;

/// <summary>Outside Development somebody else must vouch for callers: the settings that say who.</summary>
internal static class BearerSettings
{
    private const string Section = "Authentication:Schemes:Bearer";
    private const string Clients = $"{ClientCertificateOptions.Section}:{nameof(ClientCertificateOptions.Clients)}";

    /// <exception cref="StartRefusedException">Neither an authority, nor an issuer with its key, nor a client certificate is configured.</exception>
    public static void RequireIssuerOrClients(IConfiguration configuration)
    {
        IConfigurationSection bearer = configuration.GetSection(Section);
        if (string.IsNullOrEmpty(bearer["Authority"]) && !HasIssuerWithKey(bearer) && !configuration.GetSection(Clients).GetChildren().Any())
        {
            throw new StartRefusedException(
                $"Outside Development callers need tokens of an issuer that is configured: set {Section}:Authority, " +
                $"or {Section}:ValidIssuer together with {Section}:SigningKeys (Issuer and Value of each); or certificates: set {Clients}.");
        }
    }

    private static bool HasIssuerWithKey(IConfigurationSection bearer)
    {
        string?[] issuers = [bearer["ValidIssuer"], .. bearer.GetSection("ValidIssuers").GetChildren().Select(issuer => issuer.Value)];
        return bearer.GetSection("SigningKeys").GetChildren().Any(
            key => !string.IsNullOrEmpty(key["Value"]) && !string.IsNullOrEmpty(key["Issuer"]) && issuers.Contains(key["Issuer"]));
    }
}
