using AuditServer.Errors;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.Extensions.Options;

namespace AuditServer.Hosting;

/// <summary>
/// Looks at a JSON request before it becomes a call: transcoding would drop fields that it does not know, and says of a
/// malformed body only that it is.
/// </summary>
internal sealed class JsonRequestCheck(RequestDelegate next, IOptions<HostingOptions> options)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is { } call)
        {
            try
            {
                await CheckAsync(http, call);
            }
            catch (Fault fault)
            {
                await FaultJson.WriteAsync(http.Response, fault);
                return;
            }

            await CallAsync(http);
            return;
        }

        await next(http);
    }

    private async Task CallAsync(HttpContext http)
    {
        Stream body = http.Response.Body;
        await using var errors = new JsonErrorBody(http.Response, body);
        http.Response.Body = errors;
        await next(http);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        http.Response.Body = body;
        await errors.EndAsync();
    }

    private async Task CheckAsync(HttpContext http, GrpcJsonTranscodingMetadata call)
    {
        if (http.User.Identity is not { IsAuthenticated: true })
        {
            throw Faults.CredentialMissing();
        }

        MessageDescriptor request = call.MethodDescriptor.InputType;
        var wrong = new Violations();
        bool hasBody = call.HttpRule.Body.Length > 0;
        JsonQuery.Check(http.Request.Query, request, hasBody, wrong);
        if (hasBody)
        {
            await JsonBody.CheckAsync(http.Request, request, options.Value.MaxMessageBytes, wrong);
        }

        wrong.ThrowIfAny();
    }
}
