using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace AuditServer.Errors;

/// <summary>
/// The single message of a call is read before any interceptor runs, so that one which cannot be read ends as UNKNOWN, or
/// without details. Says in the contract's terms what happened.
/// </summary>
internal sealed class UnreadableRequestMiddleware(RequestDelegate next, MessageLimit limit)
{
    private const string StatusHeader = "grpc-status";
    private const string MessageHeader = "grpc-message";
    private const string DetailsHeader = "grpc-status-details-bin";

    private static readonly object Reached = new();

    /// <summary>Notes that the message was read: from here on the interceptors answer for the call.</summary>
    public static void MarkRead(ServerCallContext call) => call.GetHttpContext().Items[Reached] = true;

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (!http.Items.ContainsKey(Reached) && !http.Response.HasStarted && FaultOf(http.Response.Headers[StatusHeader]) is { } fault)
        {
            Write(http.Response.Headers, FaultStatus.ToStatus(fault));
        }
    }

    private Fault? FaultOf(string? status) => status switch
    {
        "2" => Faults.UnreadableMessage(),
        "8" => limit.Exceeded(),
        _ => null,
    };

    private static void Write(IHeaderDictionary headers, Status status)
    {
        headers[StatusHeader] = status.Code.ToString(CultureInfo.InvariantCulture);
        headers[MessageHeader] = Uri.EscapeDataString(status.Message);
        headers[DetailsHeader] = Convert.ToBase64String(status.ToByteArray());
    }
}
