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

    /// <summary>Calls any method with an empty request and says how it ended.</summary>
    public static async Task<StatusCode> StatusOfAsync(GrpcChannel channel, string fullMethod, MethodType type, Metadata headers)
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
                    await invoker.AsyncUnaryCall(method, null, options, []);
                    break;
                case MethodType.ServerStreaming:
                    using (AsyncServerStreamingCall<byte[]> call = invoker.AsyncServerStreamingCall(method, null, options, []))
                    {
                        await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
                    }

                    break;
                default:
                    using (AsyncDuplexStreamingCall<byte[], byte[]> call = invoker.AsyncDuplexStreamingCall(method, null, options))
                    {
                        await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
                    }

                    break;
            }

            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }

    /// <summary>The rich status of a JSON error.</summary>
    public static async Task<Status> StatusOfAsync(HttpResponseMessage response) =>
        new JsonParser(JsonParser.Settings.Default.WithTypeRegistry(DetailTypes.Registry))
            .Parse<Status>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
