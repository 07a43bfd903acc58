using System.Security.Cryptography;
using AuditServer.Errors;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AuditServer.Security;

/// <summary>
/// Issues tokens that a server in Development, bound to loopback, believes: a first call should not need an identity
/// provider. HMAC-SHA-256 with a key that is random for each database.
/// </summary>
public sealed class DevelopmentTokens
{
    /// <summary>The issuer that these tokens name.</summary>
    public const string Issuer = "crimeaudit-development";

    /// <summary>The audience that these tokens name.</summary>
    public const string Audience = "crimeaudit";

    internal const int KeyBytes = 32;

    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan ShortestLifetime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(365);

    private readonly TimeProvider clock;

    internal DevelopmentTokens(byte[] key, TimeProvider clock)
    {
        this.clock = clock;
        Key = new SymmetricSecurityKey(key);
    }

    /// <summary>The key that signs and verifies.</summary>
    internal SymmetricSecurityKey Key { get; }

    /// <summary>Issues tokens with the key in a file, which a server configured with the same file believes. Makes the file if need be.</summary>
    /// <param name="path">As <see cref="SecurityOptions.DevelopmentKeyFile"/>.</param>
    /// <param name="clock">Tells when the tokens begin.</param>
    /// <exception cref="Hosting.StartRefusedException">The file holds no key, or others may read it.</exception>
    public static DevelopmentTokens FromKeyFile(string path, TimeProvider clock) => new(SigningKeyFile.LoadOrCreate(path), clock);

    /// <summary>Issues a token: what follows <c>authorization: Bearer</c>.</summary>
    /// <exception cref="ArgumentException">The subject is empty, a role unknown or the lifetime out of range.</exception>
    public string Issue(DevelopmentToken token)
    {
        Violations wrong = Wrong(token);
        return wrong.Any
            ? throw new ArgumentException(string.Join("; ", wrong.Found.Select(w => $"{w.Field}: {w.Description}")), nameof(token))
            : Sign(token);
    }

    internal static DevelopmentTokens InMemory(TimeProvider clock) => new(RandomNumberGenerator.GetBytes(KeyBytes), clock);

    /// <summary>What is wrong with a token asked for.</summary>
    internal static Violations Wrong(DevelopmentToken token)
    {
        var wrong = new Violations();
        if (string.IsNullOrWhiteSpace(token.Subject))
        {
            wrong.Add("subject", "is empty");
        }

        foreach (string role in (token.Roles ?? []).Where(role => !Role.All.Contains(role)))
        {
            wrong.Add("roles", $"'{role}' is none of {string.Join(", ", Role.All)}");
        }

        if (token.Lifetime < ShortestLifetime || token.Lifetime > LongestLifetime)
        {
            wrong.Add("lifetime", $"is not between {ShortestLifetime} and {LongestLifetime}");
        }

        return wrong;
    }

    private string Sign(DevelopmentToken token)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + (token.Lifetime ?? DefaultLifetime),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.HmacSha256),
            Claims = new Dictionary<string, object>
            {
                [ClaimNames.Subject] = token.Subject,
                [ClaimNames.Role] = (token.Roles ?? []).ToArray(),
                [ClaimNames.Force] = (token.Forces ?? []).ToArray(),
            },
        });
    }
}
