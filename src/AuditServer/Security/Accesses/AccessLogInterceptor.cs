using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Options;

namespace AuditServer.Security.Accesses;

/// <summary>Notes what the answers of a call tell, where the table of access says so, before they are given.</summary>
internal sealed class AccessLogInterceptor(AccessLog log, TimeProvider clock, IOptions<AccessLogOptions> options) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        TResponse answer = await continuation(request, context);
        if (IsNoted(context.Method) && AccessDescriptions.Of((IMessage)request, (IMessage)answer) is { } told)
        {
            await log.NoteAsync(context.Caller(), context.Method, told);
        }

        return answer;
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (!IsNoted(context.Method))
        {
            await continuation(request, responseStream, context);
            return;
        }

        Caller caller = context.Caller();
        var account = new StreamAccount(told => log.NoteAsync(caller, context.Method, told), clock, options.Value);
        try
        {
            await continuation(request, new NotingWriter<TResponse>(responseStream, (IMessage)request, account), context);
        }
        finally
        {
            await account.CloseAsync();
        }
    }

    private static bool IsNoted(string method) => !OpenMethods.Contains(method) && AccessPolicy.DisclosureOf(method) == Disclosure.Noted;
}
