using AuditServer.Hosting;

namespace AuditServer.Security;

/// <summary>Outside Development somebody else must vouch for callers: the settings that say who.</summary>
internal static class BearerSettings
{
    private const string Section = "Authentication:Schemes:Bearer";

    /// <exception cref="StartRefusedException">Neither an authority nor an issuer with its key is configured.</exception>
    public static void RequireIssuer(IConfiguration configuration)
    {
        IConfigurationSection bearer = configuration.GetSection(Section);
        if (string.IsNullOrEmpty(bearer["Authority"]) && !HasIssuerWithKey(bearer))
        {
            throw new StartRefusedException(
                $"Outside Development callers need tokens of an issuer that is configured: set {Section}:Authority, " +
                $"or {Section}:ValidIssuer together with {Section}:SigningKeys (Issuer and Value of each).");
        }
    }

    private static bool HasIssuerWithKey(IConfigurationSection bearer)
    {
        string?[] issuers = [bearer["ValidIssuer"], .. bearer.GetSection("ValidIssuers").GetChildren().Select(issuer => issuer.Value)];
        return bearer.GetSection("SigningKeys").GetChildren().Any(
            key => !string.IsNullOrEmpty(key["Value"]) && !string.IsNullOrEmpty(key["Issuer"]) && issuers.Contains(key["Issuer"]));
    }
}
