using AuditServer.Errors;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Status = Google.Rpc.Status;

namespace AuditServer.Tests.Support;

/// <summary>Calls without generated clients, and errors as they arrive.</summary>
internal static class Wire
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    /// <summary>Calls any method with these bytes and says how it ended.</summary>
    public static async Task<StatusCode> StatusOfAsync(GrpcChannel channel, string fullMethod, MethodType type, Metadata headers) =>
        (await EndOfAsync(channel, fullMethod, type, headers, []))?.StatusCode ?? StatusCode.OK;

    /// <summary>Calls any method with these bytes; null when it ended well.</summary>
    public static async Task<RpcException?> EndOfAsync(GrpcChannel channel, string fullMethod, MethodType type, Metadata headers, byte[] request)
    {
        string[] parts = fullMethod.TrimStart('/').Split('/');
        var method = new Method<byte[], byte[]>(type, parts[0], parts[1], Bytes, Bytes);
        var options = new CallOptions(headers, cancellationToken: TestContext.Current.CancellationToken);
        CallInvoker invoker = channel.CreateCallInvoker();
        try
        {
            switch (type)
            {
                case MethodType.Unary:
                    await invoker.AsyncUnaryCall(method, null, options, request);
                    break;
                case MethodType.ServerStreaming:
                    using (AsyncServerStreamingCall<byte[]> call = invoker.AsyncServerStreamingCall(method, null, options, request))
                    {
                        await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
                    }

                    break;
                default:
                    using (AsyncDuplexStreamingCall<byte[], byte[]> call = invoker.AsyncDuplexStreamingCall(method, null, options))
                    {
                        await SendAsync(call.RequestStream, request);
                        await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
                    }

                    break;
            }

            return null;
        }
        catch (RpcException refused)
        {
            return refused;
        }
    }

    // A call that is refused at once takes no message any more; how it ended is read from its answer.
    private static async Task SendAsync(IClientStreamWriter<byte[]> stream, byte[] request)
    {
        if (request.Length > 0)
        {
            await stream.WriteAsync(request, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The rich status of a JSON error.</summary>
    public static async Task<Status> StatusOfAsync(HttpResponseMessage response) =>
        new JsonParser(JsonParser.Settings.Default.WithTypeRegistry(DetailTypes.Registry))
            .Parse<Status>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
