using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AuditServer.Security.Limits;

/// <summary>Counts each permitted call against its client's limits.</summary>
internal sealed class LimitInterceptor(ClientLimits limits) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (!OpenMethods.Contains(context.Method))
        {
            limits.Call(context.Caller().Subject);
        }

        return continuation(request, context);
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using IDisposable? place = Open(context);
        return await continuation(requestStream, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using IDisposable? place = Open(context);
        await continuation(request, responseStream, context);
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using IDisposable? place = Open(context);
        await continuation(requestStream, responseStream, context);
    }

    private IDisposable? Open(ServerCallContext context) =>
        OpenMethods.Contains(context.Method) ? null : limits.OpenStream(context.Caller().Subject);
}
