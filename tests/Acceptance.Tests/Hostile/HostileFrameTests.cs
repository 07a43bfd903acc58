using System.Net;
using Acceptance.Tests.Instances;
using Google.Rpc;
using Grpc.Core;

namespace Acceptance.Tests.Hostile;

/// <summary>Frames of gRPC and headers that no library sends. The server answers each in the contract's terms, and holds nothing of it.</summary>
/// <typeparam name="TGroup">The instances of an engine.</typeparam>
public abstract class HostileFrameTests<TGroup> : IAsyncLifetime
    where TGroup : InstanceGroup, new()
{
    private readonly TGroup group = new() { Instances = 1 };
    private readonly HttpClient http = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await group.InitializeAsync();
        Assert.SkipWhen(group.Missing is not null, group.Missing ?? "");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await group.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Frames_that_are_no_message_are_refused_as_invalid_fields_and_frames_over_the_limit_by_its_name()
    {
        List<string> wrong = [.. await ReasonsAsync(BadFrames.Unreadable, "INVALID_FIELDS"), .. await ReasonsAsync(BadFrames.TooLarge, "OVER_LIMIT")];
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        ServerState.AssertSound(group.Server(0));
    }

    [Fact]
    public async Task Headers_that_mean_nothing_never_make_a_fault_of_the_service()
    {
        foreach (FramedCall call in BadFrames.OddHeaders)
        {
            FramedEnd end = await EndAsync(call);
            Assert.False(end is { Code: StatusCode.Unknown or StatusCode.Internal } or { Http: >= HttpStatusCode.InternalServerError }, $"{call}: {end}");
        }

        ServerState.AssertSound(group.Server(0));
    }

    private async Task<List<string>> ReasonsAsync(IEnumerable<FramedCall> calls, string reason)
    {
        var wrong = new List<string>();
        foreach (FramedCall call in calls)
        {
            FramedEnd end = await EndAsync(call);
            if (end.Details?.GetDetail<ErrorInfo>()?.Reason != reason)
            {
                wrong.Add($"{call}: {end}");
            }
        }

        return wrong;
    }

    private Task<FramedEnd> EndAsync(FramedCall call) =>
        call.EndAsync(http, group.Server(0).Address, group.TokenOf("a-force", "submitter reader", "kent"), Cancel);
}
