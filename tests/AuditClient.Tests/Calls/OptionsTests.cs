using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuditClient.Tests.Calls;

public sealed class OptionsTests
{
    [Fact]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        CrimeAuditClientOptions options = new()
        {
            MaxMessageSize = 1,
            MaxAttempts = 6,
            InitialBackoff = TimeSpan.Zero,
            KeepAlivePingTimeout = TimeSpan.FromSeconds(-5),
            FurtherAddresses = { new Uri("https://elsewhere") },
            BalanceOverDns = true,
            HttpHandler = new HttpClientHandler(),
            Deadlines = { ["GetNothing"] = TimeSpan.Zero },
            Verification = { Share = double.NaN, RolledBackAfter = TimeSpan.FromSeconds(-1), Keys = { "no-key" } },
        };

        OptionsValidationException thrown = Assert.Throws<OptionsValidationException>(() => CrimeAuditClient.Connect(options));

        string[] named =
        [
            "Address", "'https://elsewhere'", "BalanceOverDns", "HttpHandler", "'GetNothing', which", "['GetNothing'] is", "MaxMessageSize", "MaxAttempts", "InitialBackoff", "KeepAlivePingTimeout",
            "Verification.Share", "Verification.RolledBackAfter", "'no-key'",
        ];
        Assert.Equal(named.Length, thrown.Failures.Count());
        Assert.All(named, name => Assert.Contains(name, thrown.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("ftp://localhost")]
    [InlineData("")]
    public void An_address_that_is_none_is_named(string address)
    {
        OptionsValidationException thrown = Assert.Throws<OptionsValidationException>(() => CrimeAuditClient.Connect(address, "token"));

        Assert.Contains($"'{address}'", Assert.Single(thrown.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_gives_one_client_and_its_parts()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        TestClock clock = new();
        await using ServiceProvider provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddCrimeAuditClient(options =>
            {
                options.Address = server.Address;
                options.TokenProvider = CrimeAuditClientOptions.StaticToken("a-token");
                options.Verification.Share = 0;
            })
            .BuildServiceProvider();

        CrimeAuditClient client = provider.GetRequiredService<CrimeAuditClient>();
        await provider.GetRequiredService<IIncidentClient>().SubmitAsync(TestUpdates.Number(1)).Soon();

        Assert.Same(client, provider.GetRequiredService<CrimeAuditClient>());
        Assert.Same(client, provider.GetRequiredService<ICrimeAuditClient>());
        Assert.Same(client.Incidents, provider.GetRequiredService<IIncidentClient>());
        Assert.Same(client.Audits, provider.GetRequiredService<IAuditClient>());
        Assert.Same(client.Rates, provider.GetRequiredService<IRateClient>());
        Assert.Same(client.Reference, provider.GetRequiredService<IReferenceClient>());
        Assert.Same(client.Ledger, provider.GetRequiredService<ILedgerClient>());
        Assert.Same(clock, provider.GetRequiredService<IOptions<CrimeAuditClientOptions>>().Value.TimeProvider);
    }

    [Fact]
    public async Task A_container_validates_too()
    {
        await using ServiceProvider provider = new ServiceCollection().AddCrimeAuditClient(_ => { }).BuildServiceProvider();

        OptionsValidationException thrown = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<CrimeAuditClient>);

        Assert.Contains("Address is missing", Assert.Single(thrown.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_raw_clients_share_the_credential_and_their_failures_can_be_read()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();

        RpcException thrown = await Assert.ThrowsAsync<RpcException>(
            () => client.Raw.Incidents.GetIncidentAsync(new GetIncidentRequest()).ResponseAsync.Soon());

        Assert.Equal("Bearer a-token", Assert.Single(server.Calls.Calls).Authorization);
        Assert.Equal(StatusCode.Unimplemented, CrimeAuditException.From(thrown).StatusCode);
    }
}
