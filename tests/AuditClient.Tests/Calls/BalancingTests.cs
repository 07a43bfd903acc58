namespace AuditClient.Tests.Calls;

public sealed class BalancingTests
{
    private const int Calls = 20;

    [Fact]
    public async Task Calls_take_turns_over_the_instances()
    {
        await using FakeServer first = await FakeServer.StartAsync();
        await using FakeServer second = await FakeServer.StartAsync();
        await using CrimeAuditClient client = first.Connect(options => options.FurtherAddresses.Add(second.Address));
        await UntilBothAnswerAsync(client, first, second);
        (int First, int Second) before = (first.Calls.Calls.Count, second.Calls.Calls.Count);

        await SubmitAsync(client);

        Assert.Equal((Calls / 2, Calls / 2), (first.Calls.Calls.Count - before.First, second.Calls.Calls.Count - before.Second));
        Assert.All(second.Calls.Calls, call => Assert.Equal("Bearer a-token", call.Authorization));
    }

    [Fact]
    public async Task An_instance_that_goes_away_is_passed_over_and_no_call_fails()
    {
        FakeServer first = await FakeServer.StartAsync();
        await using FakeServer second = await FakeServer.StartAsync();
        await using CrimeAuditClient client = first.Connect(options => options.FurtherAddresses.Add(second.Address));
        await UntilBothAnswerAsync(client, first, second);
        int before = second.Calls.Calls.Count;

        await first.DisposeAsync();
        await SubmitAsync(client);

        Assert.Equal(Calls, second.Calls.Calls.Count - before);
    }

    [Fact]
    public async Task A_writer_whose_instance_goes_away_goes_on_with_another()
    {
        FakeServer first = await FakeServer.StartAsync();
        FakeServer second = await FakeServer.StartAsync();
        await using CrimeAuditClient client = first.Connect(options => options.FurtherAddresses.Add(second.Address));
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { InitialBackoff = TimeSpan.FromMilliseconds(1) });
        await writer.WriteAsync(1, 5).Soon();
        await writer.FlushAsync().Soon();
        FakeServer other = first.Incidents.Streams.Count > 0 ? second : first;

        await (other == first ? second : first).DisposeAsync();
        await writer.WriteAsync(6, 9).Soon();
        await writer.FlushAsync().Soon();

        Assert.Equal(TestUpdates.Ids(6, 9), other.Incidents.Streams.SelectMany(stream => stream.RequestIds));
        await other.DisposeAsync();
    }

    [Fact]
    public async Task A_name_is_looked_up_and_calls_take_turns_over_all_its_addresses()
    {
        await using FakeServer first = await FakeServer.StartAsync();
        await using FakeServer second = await FakeServer.StartAsync();
        KnownNames names = new("audit.example", first.Address, second.Address);
        await using CrimeAuditClient client = first.Connect(options =>
        {
            options.Address = new Uri("http://audit.example:5001");
            options.BalanceOverDns = true;
            options.Names = names;
        });
        await UntilBothAnswerAsync(client, first, second);
        (int First, int Second) before = (first.Calls.Calls.Count, second.Calls.Calls.Count);

        await SubmitAsync(client);

        Assert.Equal((Calls / 2, Calls / 2), (first.Calls.Calls.Count - before.First, second.Calls.Calls.Count - before.Second));
        Assert.All(names.Asked, asked => Assert.Equal("dns:///audit.example:5001", asked.ToString()));
    }

    [Fact]
    public async Task A_name_that_is_not_to_be_balanced_is_not_asked_for_all_its_addresses()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        KnownNames names = new("localhost");
        await using CrimeAuditClient client = server.Connect(options =>
        {
            options.Address = new Uri($"http://localhost:{server.Address.Port}");
            options.Names = names;
        });

        await SubmitAsync(client);

        Assert.Empty(names.Asked);
        Assert.Equal(Calls, server.Calls.Calls.Count);
    }

    [Fact]
    public async Task A_name_of_one_address_is_looked_up_by_the_machine_unless_told_otherwise()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect(options =>
        {
            options.Address = new Uri($"http://localhost:{server.Address.Port}");
            options.BalanceOverDns = true;
        });

        await SubmitAsync(client);

        Assert.Equal(Calls, server.Calls.Calls.Count);
    }

    private static async Task SubmitAsync(CrimeAuditClient client)
    {
        for (int number = 1; number <= Calls; number++)
        {
            await client.Incidents.SubmitAsync(TestUpdates.Number(number)).Soon();
        }
    }

    /// <summary>The instance that is connected first has the calls to itself until the other one is.</summary>
    private static async Task UntilBothAnswerAsync(CrimeAuditClient client, FakeServer first, FakeServer second)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
        while (first.Calls.Calls.IsEmpty || second.Calls.Calls.IsEmpty)
        {
            await client.Incidents.SubmitAsync(TestUpdates.Number(1), patience.Token);
        }
    }
}
