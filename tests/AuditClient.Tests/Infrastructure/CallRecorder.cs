using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AuditClient.Tests.Infrastructure;

/// <summary>Notes the deadline and the credential of each call that reaches the server.</summary>
internal sealed class CallRecorder : Interceptor
{
    public ConcurrentQueue<RecordedCall> Calls { get; } = new();

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Record(context);
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Record(context);
        return continuation(request, responseStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Record(context);
        return continuation(requestStream, responseStream, context);
    }

    private void Record(ServerCallContext context) => Calls.Enqueue(new RecordedCall(
        context.Method.Split('/')[^1],
        context.Deadline == DateTime.MaxValue ? Timeout.InfiniteTimeSpan : context.Deadline - DateTime.UtcNow,
        context.RequestHeaders.GetValue("authorization")));
}
