using Acceptance.Tests.Instances;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;

namespace Acceptance.Tests.Hostile;

/// <summary>HTTP/2 against its rules. The server stays up and small, and others are served while it lasts.</summary>
/// <typeparam name="TGroup">The instances of an engine.</typeparam>
public abstract class ConnectionAttackTests<TGroup> : IAsyncLifetime
    where TGroup : InstanceGroup, new()
{
    private const int Seed = 42;
    private const int UsualBroken = 300;

    // As many streams as a connection has, and thousands in all.
    private const int Streams = 100;
    private const int Connections = 20;
    private const int UnreadConnections = 4;

    // One client may have as many as this attack opens, and not one more: so it is seen that they are all open.
    private readonly TGroup group = new()
    {
        Instances = 1,
        Settings = new Dictionary<string, string> { ["CrimeAudit:Limits:Streams"] = $"{(Connections + UnreadConnections) * Streams}" },
    };

    private readonly AcceptedEntries accepted = new();
    private ConnectionAttacks? attacks;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ConnectionAttacks Attacks => attacks!;

    public async ValueTask InitializeAsync()
    {
        await group.InitializeAsync();
        Assert.SkipWhen(group.Missing is not null, group.Missing ?? "");
        await GivenState.GiveAsync(group, "given", accepted, Cancel);
        attacks = new ConnectionAttacks(group.Server(0).Address, group.TokenOf("a-force", "submitter reader", "kent"), Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await group.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public Task Under_floods_of_frames_and_conversations_of_broken_bytes_others_are_served() => MeanwhileAsync(async () =>
    {
        foreach ((string name, Func<Task> run) in Attacks.Floods)
        {
            await run();
            Assert.True(group.Server(0).IsRunning, $"The server is gone after {name}.");
        }

        await Parallel.ForEachAsync(FuzzRun.Numbers(UsualBroken), Cancel, async (number, _) => await Attacks.BrokenAsync(Seed + number));
    });

    [Fact]
    public Task While_thousands_of_streams_begin_and_do_not_end_are_not_read_or_write_byte_by_byte_others_are_served() => MeanwhileAsync(async () =>
    {
        Http2Wire[] halfOpen = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Attacks.HalfOpenAsync(Streams)));
        Http2Wire[] unread = await Task.WhenAll(Enumerable.Range(0, UnreadConnections).Select(_ => Attacks.UnreadAsync(Streams)));
        await UntilNoMoreAreOpenedAsync();
        byte[] message = new StreamIncidentsRequest { FirstSequence = 1, Updates = { Told.Report("kent", "slow") } }.ToByteArray();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Attacks.SlowAsync(message)));
        await WorkedAsync();
        foreach (Http2Wire wire in halfOpen.Concat(unread))
        {
            await wire.DisposeAsync();
        }
    });

    /// <summary>Opens another stream of the attacker's until there is no place for it.</summary>
    private async Task UntilNoMoreAreOpenedAsync()
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(group.Server(0).Address);
        var incidents = new IncidentService.IncidentServiceClient(channel);
        var headers = new Metadata { { "authorization", $"Bearer {group.TokenOf("a-force", "submitter reader", "kent")}" } };
        string? refusal = null;
        while (refusal is null)
        {
            using AsyncServerStreamingCall<WatchIncidentsResponse> more =
                incidents.WatchIncidents(new WatchIncidentsRequest { Force = "kent" }, headers, cancellationToken: Cancel);
            try
            {
                Assert.True(await more.ResponseStream.MoveNext(Cancel));
            }
            catch (RpcException refused)
            {
                refusal = refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason;
                Assert.Equal("TOO_MANY_STREAMS", refusal);
            }
        }
    }

    private async Task MeanwhileAsync(Func<Task> attack)
    {
        await using Bystander bystander = Bystander.Begin(group, "bystander", accepted, Cancel);
        await attack();
        await bystander.DoneAsync();
        ServerState.AssertSound(group.Server(0));
        await using CrimeAuditClient lead = group.NewClient(0, "lead");
        await accepted.AssertAreTheLogAsync(lead, Cancel);
    }

    /// <summary>Somebody new comes, and gets work done.</summary>
    private async Task WorkedAsync()
    {
        await using Bystander another = Bystander.Begin(group, "newcomer", accepted, Cancel);
        await another.DoneAsync();
    }
}
