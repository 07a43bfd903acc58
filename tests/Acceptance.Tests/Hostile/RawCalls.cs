using Grpc.Core;
using Grpc.Net.Client;

namespace Acceptance.Tests.Hostile;

/// <summary>Calls with bytes in place of messages, each of which may be none.</summary>
internal sealed class RawCalls(Uri address, Func<FuzzCaller, string> tokenOf) : IDisposable
{
    private const int MostOfAStream = 3;

    /// <summary>Longer than any call of the contract may take: one that is not answered by then hangs.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>How long a stream that has no end is listened to.</summary>
    private static readonly TimeSpan Listening = TimeSpan.FromMilliseconds(150);

    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    private readonly GrpcChannel channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
    {
        HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true },
        MaxReceiveMessageSize = null,
        MaxSendMessageSize = null,
        DisposeHttpClient = true,
    });

    /// <summary>Makes a call and says how it ended.</summary>
    public async Task<CallEnd> EndOfAsync(FuzzCase one, CancellationToken cancel)
    {
        var answers = new List<byte[]>();
        using CancellationTokenSource cut = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            await CallAsync(one, answers, cut);
            return new CallEnd(null, answers, cut.IsCancellationRequested);
        }
        catch (RpcException failure)
        {
            return new CallEnd(failure, answers, cut.IsCancellationRequested);
        }
    }

    public void Dispose() => channel.Dispose();

    private async Task CallAsync(FuzzCase one, List<byte[]> answers, CancellationTokenSource cut)
    {
        CallInvoker invoker = channel.CreateCallInvoker();
        var headers = new Metadata { { "authorization", $"Bearer {tokenOf(one.Caller)}" } };
        var options = new CallOptions(headers, DateTime.UtcNow + Longest, cut.Token);
        string service = one.Rpc.Service.FullName;
        if (one.Rpc.IsClientStreaming)
        {
            var method = new Method<byte[], byte[]>(MethodType.DuplexStreaming, service, one.Rpc.Name, Bytes, Bytes);
            using AsyncDuplexStreamingCall<byte[], byte[]> call = invoker.AsyncDuplexStreamingCall(method, null, options);
            await SendAsync(call.RequestStream, one.Messages);
            await ReadAsync(call.ResponseStream, answers, most: int.MaxValue, cut);
        }
        else if (one.Rpc.IsServerStreaming)
        {
            var method = new Method<byte[], byte[]>(MethodType.ServerStreaming, service, one.Rpc.Name, Bytes, Bytes);
            using AsyncServerStreamingCall<byte[]> call = invoker.AsyncServerStreamingCall(method, null, options, one.Messages[0]);
            cut.CancelAfter(Listening);
            await ReadAsync(call.ResponseStream, answers, MostOfAStream, cut);
        }
        else
        {
            var method = new Method<byte[], byte[]>(MethodType.Unary, service, one.Rpc.Name, Bytes, Bytes);
            answers.Add(await invoker.AsyncUnaryCall(method, null, options, one.Messages[0]));
        }
    }

    private static async Task SendAsync(IClientStreamWriter<byte[]> requests, IReadOnlyList<byte[]> messages)
    {
        try
        {
            foreach (byte[] message in messages)
            {
                await requests.WriteAsync(message);
            }

            await requests.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            // The call is over before all was sent; how it ended is read from its answer.
        }
    }

    private static async Task ReadAsync(IAsyncStreamReader<byte[]> stream, List<byte[]> answers, int most, CancellationTokenSource cut)
    {
        while (answers.Count < most && await stream.MoveNext(cut.Token))
        {
            answers.Add(stream.Current);
        }

        if (answers.Count == most)
        {
            await cut.CancelAsync();
        }
    }
}
