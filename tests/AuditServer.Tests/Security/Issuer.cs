using System.Security.Cryptography;
using AuditServer.Security;
using AuditServer.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AuditServer.Tests.Security;

/// <summary>An identity provider of the test's, and the settings with which a server believes it.</summary>
internal sealed class Issuer
{
    private const string Name = "https://identity.example";
    private const string Audience = "crimeaudit-test";

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public (string Setting, string? Value)[] Settings =>
    [
        ("Authentication:Schemes:Bearer:ValidIssuer", Name),
        ("Authentication:Schemes:Bearer:ValidAudiences:0", Audience),
        ("Authentication:Schemes:Bearer:SigningKeys:0:Issuer", Name),
        ("Authentication:Schemes:Bearer:SigningKeys:0:Value", Convert.ToBase64String(key)),
    ];

    /// <summary>A token that the server believes, but for what the test changes.</summary>
    public string Issue(ServerUnderTest server, Action<SecurityTokenDescriptor>? change = null)
    {
        DateTime now = server.Clock.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = Audience,
            NotBefore = now,
            Expires = now.AddHours(1),
            SigningCredentials = Sign(key),
            Claims = new Dictionary<string, object> { [ClaimNames.Subject] = "tester", [ClaimNames.Role] = Role.Reader },
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public static SigningCredentials Sign(byte[] key) => new(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256);
}
