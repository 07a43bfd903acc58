using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace AuditServer.Security;

/// <summary>
/// Remembers for a short while which tokens were found valid, since a client sends the same one with every call and its signature costs
/// more to check than the rest of a call's door. Whether a token is alive is asked of the clock each time all the same; that its issuer
/// or key is no longer accepted shows at the latest when it is forgotten. Refusals are not remembered.
/// </summary>
/// <param name="handler">Checks tokens.</param>
/// <param name="remembered">For how long a token is remembered.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class RememberedTokens(TokenHandler handler, TimeSpan remembered, TimeProvider clock) : TokenHandler
{
    /// <summary>Tokens remembered at most, some KB each; then all are forgotten.</summary>
    public const int Most = 1_000;

    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (known.TryGetValue(token, out Known? found) && found.Until > clock.GetUtcNow() && IsAlive(found.Result.SecurityToken, validationParameters))
        {
            return found.Result;
        }

        TokenValidationResult result = await handler.ValidateTokenAsync(token, validationParameters);
        if (result.IsValid)
        {
            Remember(token, result);
        }

        return result;
    }

    public override Task<TokenValidationResult> ValidateTokenAsync(SecurityToken token, TokenValidationParameters validationParameters) =>
        handler.ValidateTokenAsync(token, validationParameters);

    public override SecurityToken ReadToken(string token) => handler.ReadToken(token);

    private static bool IsAlive(SecurityToken token, TokenValidationParameters accepted) =>
        accepted.LifetimeValidator(token.ValidFrom, token.ValidTo, token, accepted);

    private void Remember(string token, TokenValidationResult result)
    {
        DateTimeOffset now = clock.GetUtcNow();
        foreach (KeyValuePair<string, Known> old in known.Where(k => k.Value.Until <= now))
        {
            known.TryRemove(old);
        }

        if (known.Count >= Most)
        {
            known.Clear();
        }

        known[token] = new Known(result, now + remembered);
    }

    private sealed record Known(TokenValidationResult Result, DateTimeOffset Until);
}
