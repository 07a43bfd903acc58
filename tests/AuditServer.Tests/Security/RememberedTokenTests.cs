using System.Security.Claims;
using AuditServer.Security;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AuditServer.Tests.Security;

public sealed class RememberedTokenTests
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Noon);
    private readonly CountingHandler handler = new();
    private readonly TokenValidationParameters accepted;
    private readonly RememberedTokens tokens;

    public RememberedTokenTests()
    {
        accepted = new TokenValidationParameters { LifetimeValidator = (_, expires, _, _) => clock.GetUtcNow().UtcDateTime <= expires };
        tokens = new RememberedTokens(handler, Remembered, clock);
    }

    [Fact]
    public async Task A_token_is_checked_once_while_it_is_remembered()
    {
        string token = Token(Noon.AddHours(1));
        TokenValidationResult first = await tokens.ValidateTokenAsync(token, accepted);
        clock.Advance(Remembered - TimeSpan.FromMilliseconds(1));
        TokenValidationResult second = await tokens.ValidateTokenAsync(token, accepted);
        Assert.True(first.IsValid && second.IsValid);
        Assert.Equal("caller", second.ClaimsIdentity.Name);
        Assert.Equal(1, handler.Checked);
    }

    [Fact]
    public async Task A_token_is_checked_again_once_it_is_forgotten_so_that_a_key_that_went_is_noticed()
    {
        string token = Token(Noon.AddHours(1));
        await tokens.ValidateTokenAsync(token, accepted);
        clock.Advance(Remembered);
        handler.Refuses = true;
        Assert.False((await tokens.ValidateTokenAsync(token, accepted)).IsValid);
        Assert.Equal(2, handler.Checked);
    }

    [Fact]
    public async Task A_token_that_expires_while_it_is_remembered_is_not_taken_from_memory()
    {
        string token = Token(Noon.AddSeconds(10));
        await tokens.ValidateTokenAsync(token, accepted);
        clock.Advance(TimeSpan.FromSeconds(11));
        handler.Refuses = true;
        Assert.False((await tokens.ValidateTokenAsync(token, accepted)).IsValid);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered()
    {
        string token = Token(Noon.AddHours(1));
        handler.Refuses = true;
        Assert.False((await tokens.ValidateTokenAsync(token, accepted)).IsValid);
        handler.Refuses = false;
        Assert.True((await tokens.ValidateTokenAsync(token, accepted)).IsValid);
    }

    [Fact]
    public async Task Another_token_of_the_same_caller_is_checked_by_itself()
    {
        await tokens.ValidateTokenAsync(Token(Noon.AddHours(1)), accepted);
        handler.Refuses = true;
        Assert.False((await tokens.ValidateTokenAsync(Token(Noon.AddHours(2)), accepted)).IsValid);
    }

    [Fact]
    public async Task No_more_tokens_are_remembered_than_are_said()
    {
        string first = Token(Noon.AddHours(1));
        await tokens.ValidateTokenAsync(first, accepted);
        for (int i = 1; i <= RememberedTokens.Most; i++)
        {
            await tokens.ValidateTokenAsync(Token(Noon.AddHours(1).AddSeconds(i)), accepted);
        }

        int before = handler.Checked;
        await tokens.ValidateTokenAsync(first, accepted);
        Assert.Equal(before + 1, handler.Checked);
    }

    private static string Token(DateTimeOffset expires) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
        .CreateToken(new SecurityTokenDescriptor { Expires = expires.UtcDateTime });

    private sealed class CountingHandler : TokenHandler
    {
        public int Checked { get; private set; }

        public bool Refuses { get; set; }

        public override Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
        {
            Checked++;
            return Task.FromResult(new TokenValidationResult
            {
                IsValid = !Refuses,
                SecurityToken = new JsonWebToken(token),
                ClaimsIdentity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "caller")], "test"),
            });
        }

        public override SecurityToken ReadToken(string token) => new JsonWebToken(token);
    }
}
