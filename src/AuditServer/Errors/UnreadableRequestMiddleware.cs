using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace AuditServer.Errors;

/// <summary>
/// The single message of a call is read before any interceptor runs, and its answer written after the last: one that cannot be
/// read or written would end as UNKNOWN, or without details. Says in the contract's terms what happened.
/// </summary>
internal sealed partial class UnreadableRequestMiddleware(RequestDelegate next, MessageLimit limit, ILogger<UnreadableRequestMiddleware> log)
{
    private const string StatusHeader = "grpc-status";
    private const string MessageHeader = "grpc-message";
    private const string DetailsHeader = "grpc-status-details-bin";

    private static readonly object Reached = new();

    /// <summary>Notes that the message was read: from here on the interceptors answer for the call.</summary>
    public static void MarkRead(ServerCallContext call) => call.GetHttpContext().Items[Reached] = true;

    public async Task InvokeAsync(HttpContext http)
    {
        UnwrittenAnswers.Call call = UnwrittenAnswers.Listen();
        await next(http);
        if (!http.Response.HasStarted && FaultOf(http, call) is { } fault)
        {
            Write(http.Response.Headers, FaultStatus.ToStatus(fault));
        }
    }

    private Fault? FaultOf(HttpContext http, UnwrittenAnswers.Call call) => (Status(http.Response.Headers[StatusHeader]), http.Items.ContainsKey(Reached)) switch
    {
        (StatusCode.Unknown, true) => Unwritten(http, call.Failure),
        // INTERNAL is what the library calls a frame that is cut short, or not compressed as it says.
        (StatusCode.Unknown or StatusCode.Internal, false) => Unread(http),
        (StatusCode.ResourceExhausted, false) => limit.Exceeded(),
        _ => null,
    };

    private static StatusCode? Status(string? header) =>
        int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? (StatusCode)code : null;

    private Fault Unread(HttpContext http)
    {
        LogUnread(http.Request.Path);
        return Faults.UnreadableMessage();
    }

    private Fault Unwritten(HttpContext http, Exception? failure)
    {
        string id = Guid.NewGuid().ToString("N");
        LogUnwritten(failure, id, http.Request.Path);
        return Faults.InternalFault(id);
    }

    private static void Write(IHeaderDictionary headers, Status status)
    {
        headers[StatusHeader] = status.Code.ToString(CultureInfo.InvariantCulture);
        headers[MessageHeader] = Uri.EscapeDataString(status.Message);
        headers[DetailsHeader] = Convert.ToBase64String(status.ToByteArray());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} was sent bytes that are not its message")]
    private partial void LogUnread(string method);

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault {Id} in {Method}: its answer could not be written")]
    private partial void LogUnwritten(Exception? failure, string id, string method);
}
