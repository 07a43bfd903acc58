using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AuditServer.Hosting;

/// <summary>
/// Gives every stream a token that ends it when the server stops: endless streams would otherwise hold the process.
/// Unary calls are short and run to their end.
/// </summary>
internal sealed class StreamLifetimeInterceptor(IHostApplicationLifetime lifetime) : Interceptor
{
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using CancellationTokenSource life = Link(context);
        return await continuation(requestStream, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using CancellationTokenSource life = Link(context);
        await continuation(request, responseStream, context);
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using CancellationTokenSource life = Link(context);
        await continuation(requestStream, responseStream, context);
    }

    private CancellationTokenSource Link(ServerCallContext context)
    {
        var life = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        StreamLifetime.Set(context, life.Token);
        return life;
    }
}
