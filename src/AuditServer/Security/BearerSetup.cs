using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace AuditServer.Security;

/// <summary>
/// Completes what <c>Authentication:Schemes:Bearer</c> configures: claims by their own names, the server's clock, tokens
/// that are remembered, the development key.
/// </summary>
internal sealed class BearerSetup(DevelopmentIssuer development, IOptions<SecurityOptions> settings, TimeProvider clock) : IPostConfigureOptions<JwtBearerOptions>
{
    public void PostConfigure(string? name, JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        TokenValidationParameters accepted = options.TokenValidationParameters;
        accepted.NameClaimType = ClaimNames.Subject;
        accepted.RoleClaimType = ClaimNames.Role;
        accepted.LifetimeValidator = IsAlive;
        for (int i = 0; i < options.TokenHandlers.Count && settings.Value.RememberTokens > TimeSpan.Zero; i++)
        {
            options.TokenHandlers[i] = new RememberedTokens(options.TokenHandlers[i], settings.Value.RememberTokens, clock);
        }

        if (development.Tokens is { } tokens)
        {
            accepted.ValidateIssuer = true;
            accepted.ValidIssuers = [.. accepted.ValidIssuers ?? [], DevelopmentTokens.Issuer];
            accepted.ValidateAudience = true;
            accepted.ValidAudiences = [.. accepted.ValidAudiences ?? [], DevelopmentTokens.Audience];
            accepted.IssuerSigningKeys = [.. accepted.IssuerSigningKeys ?? [], tokens.Key];
        }
    }

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters accepted)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        return now - accepted.ClockSkew <= expires && (notBefore is null || now + accepted.ClockSkew >= notBefore);
    }
}
