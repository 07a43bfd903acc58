using AuditServer.Errors;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AuditServer.Security;

/// <summary>Lets a call through only with a valid credential that has a role of <see cref="AccessPolicy"/> for it.</summary>
internal sealed class AccessInterceptor : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Require(context);
        return continuation(request, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Require(context);
        return continuation(requestStream, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Require(context);
        return continuation(request, responseStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Require(context);
        return continuation(requestStream, responseStream, context);
    }

    private static void Require(ServerCallContext context)
    {
        if (OpenMethods.Contains(context.Method))
        {
            return;
        }

        Caller caller = context.Caller();
        IReadOnlyDictionary<string, ForceRule> roles = AccessPolicy.RolesOf(context.Method);
        if (!roles.Keys.Any(caller.Is))
        {
            throw Faults.RoleMissing(context.Method, roles.Keys.Order(StringComparer.Ordinal));
        }
    }
}
