using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AuditServer.Errors;

/// <summary>Ends every call that fails in the contract's terms. The outermost interceptor, so that nothing else leaves.</summary>
internal sealed class FaultInterceptor(CallFailure failure, MessageLimit limit) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, () => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, () => continuation(new CheckedReader<TRequest>(requestStream, limit), context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, () => Answerless(continuation(request, responseStream, context)));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, () => Answerless(continuation(new CheckedReader<TRequest>(requestStream, limit), responseStream, context)));

    private static async Task<bool> Answerless(Task call)
    {
        await call;
        return true;
    }

    private async Task<TAnswer> GuardAsync<TAnswer>(ServerCallContext context, Func<Task<TAnswer>> call)
    {
        UnreadableRequestMiddleware.MarkRead(context);
        try
        {
            return await call();
        }
        catch (Exception thrown)
        {
            throw failure.Translate(thrown, context);
        }
    }
}
