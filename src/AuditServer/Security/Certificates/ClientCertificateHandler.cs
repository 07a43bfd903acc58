using System.Security.Cryptography.X509Certificates;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AuditServer.Security.Certificates;

/// <summary>
/// The credential that a connection's certificate is. The framework's handler completes chains from addresses that the certificate
/// itself names: anybody who connects could make the server call where they like.
/// </summary>
internal sealed class ClientCertificateHandler(
    BelievedCertificates certificates, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = ClientCertificates.AuthenticationType;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (await Context.Connection.GetClientCertificateAsync(Context.RequestAborted) is not X509Certificate2 certificate)
        {
            return AuthenticateResult.NoResult();
        }

        return certificates.Find(certificate) is { } identity
            ? AuthenticateResult.Success(new AuthenticationTicket(ClientCertificates.PrincipalOf(identity), SchemeName))
            : AuthenticateResult.Fail("The certificate is nobody's that the settings name, or not of the authorities that they name.");
    }
}
