using System.Security.Cryptography;
using AuditServer.Security;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;

namespace AuditServer.Tests.Security;

public sealed class CredentialTests : IAsyncLifetime
{
    private readonly Issuer issuer = new();
    private readonly ServerUnderTest server;
    private Caller? seen;

    public CredentialTests()
    {
        server = new ServerUnderTest("Production", issuer.Settings);
        server.Behaviour.Unary = call =>
        {
            seen = call.Caller();
            return Task.CompletedTask;
        };
    }

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_token_of_the_configured_issuer_is_believed()
    {
        Assert.Equal(StatusCode.OK, await CallAsync(issuer.Issue(server)));
        Assert.Equal("tester", seen?.Subject);
    }

    [Fact]
    public async Task One_role_and_one_force_can_be_plain_text()
    {
        await CallAsync(issuer.Issue(server, token => token.Claims[ClaimNames.Force] = "kent"));
        Assert.Equal([Role.Reader], seen?.Roles);
        Assert.Equal(["kent"], seen?.Forces);
    }

    [Fact]
    public async Task Several_roles_and_forces_can_be_lists()
    {
        await CallAsync(issuer.Issue(server, token =>
        {
            token.Claims[ClaimNames.Role] = new[] { Role.Reader, Role.Lead };
            token.Claims[ClaimNames.Force] = new[] { "kent", "essex" };
        }));
        Assert.Equal([Role.Lead, Role.Reader], seen?.Roles.Order());
        Assert.Equal(["essex", "kent"], seen?.Forces.Order());
    }

    [Fact]
    public async Task Roles_under_the_plural_name_count_too()
    {
        await CallAsync(issuer.Issue(server, token => token.Claims["roles"] = new[] { Role.Lead }));
        Assert.Equal([Role.Lead, Role.Reader], seen?.Roles.Order());
    }

    [Fact]
    public async Task A_role_that_the_contract_does_not_know_lets_nobody_in() =>
        Assert.Equal(StatusCode.PermissionDenied, await CallAsync(issuer.Issue(server, token => token.Claims[ClaimNames.Role] = "Reader")));

    [Fact]
    public async Task An_expired_token_is_refused()
    {
        string token = issuer.Issue(server);
        server.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(StatusCode.Unauthenticated, await CallAsync(token));
    }

    [Fact]
    public async Task A_token_that_is_not_valid_yet_is_refused() =>
        Assert.Equal(StatusCode.Unauthenticated, await CallAsync(issuer.Issue(server, token => token.NotBefore = token.Expires!.Value.AddMinutes(-10))));

    [Fact]
    public async Task A_token_that_never_expires_is_refused() =>
        Assert.Equal(StatusCode.Unauthenticated, await CallAsync(issuer.Issue(server, token => token.Expires = null)));

    [Fact]
    public async Task A_token_signed_with_another_key_is_refused() =>
        Assert.Equal(
            StatusCode.Unauthenticated,
            await CallAsync(issuer.Issue(server, token => token.SigningCredentials = Issuer.Sign(RandomNumberGenerator.GetBytes(32)))));

    [Fact]
    public async Task An_unsigned_token_is_refused() =>
        Assert.Equal(StatusCode.Unauthenticated, await CallAsync(issuer.Issue(server, token => token.SigningCredentials = null)));

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() =>
        Assert.Equal(StatusCode.Unauthenticated, await CallAsync(issuer.Issue(server, token => token.Issuer = "https://other.example")));

    [Fact]
    public async Task A_token_for_another_audience_is_refused() =>
        Assert.Equal(StatusCode.Unauthenticated, await CallAsync(issuer.Issue(server, token => token.Audience = "another-service")));

    [Fact]
    public async Task A_token_without_a_subject_is_refused() =>
        Assert.Equal(StatusCode.Unauthenticated, await CallAsync(issuer.Issue(server, token => token.Claims.Remove(ClaimNames.Subject))));

    [Fact]
    public async Task Text_that_is_no_token_is_refused() => Assert.Equal(StatusCode.Unauthenticated, await CallAsync("nonsense"));

    [Fact]
    public async Task A_development_token_is_refused()
    {
        string token = DevelopmentTokens.InMemory(server.Clock).Issue(new DevelopmentToken("tester", [Role.Admin]));
        Assert.Equal(StatusCode.Unauthenticated, await CallAsync(token));
    }

    private async Task<StatusCode> CallAsync(string token)
    {
        try
        {
            await new ReferenceService.ReferenceServiceClient(server.Channel).ListForcesAsync(
                new ListForcesRequest(), ServerUnderTest.Bearer(token), cancellationToken: TestContext.Current.CancellationToken);
            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }
}
