using System.Net;
using AuditServer.Errors;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Status = Google.Rpc.Status;

namespace Acceptance.Tests.Hostile;

/// <summary>Judges an answer to a call over JSON: an answer of the RPC, or a status of the contract under its HTTP status.</summary>
internal static class JsonVerdict
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithTypeRegistry(DetailTypes.Registry));

    // What is refused before it is known to be a call: no such path or verb, a path or headers that are too long, a request that is no HTTP.
    private static readonly HttpStatusCode[] NoCall =
    [
        HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed, HttpStatusCode.RequestUriTooLong, HttpStatusCode.RequestHeaderFieldsTooLarge,
        HttpStatusCode.BadRequest,
    ];

    /// <summary>What is wrong with an answer; null: nothing.</summary>
    public static string? WrongWith(MethodDescriptor rpc, HttpStatusCode code, string body)
    {
        try
        {
            if (code == HttpStatusCode.OK)
            {
                Parser.Parse(body, rpc.OutputType);
                return null;
            }

            if (body.Length == 0)
            {
                return NoCall.Contains(code) ? null : $"{code} without a body";
            }

            Status status = Parser.Parse<Status>(body);
            return HttpOf((Code)status.Code) == code ? Verdict.WrongWith(rpc, status) : $"{code} for {status}";
        }
        catch (Exception unreadable) when (unreadable is InvalidProtocolBufferException or InvalidJsonException)
        {
            return $"{code} with a body that is no JSON of the contract: {body}";
        }
    }

    /// <summary>The reason of an answer, to be counted.</summary>
    public static string ReasonOf(HttpStatusCode code, string body) => code == HttpStatusCode.OK ? "OK"
        : body.Length == 0 ? $"{(int)code}"
        : Parser.Parse<Status>(body).GetDetail<ErrorInfo>()?.Reason ?? $"{(int)code}";

    private static HttpStatusCode HttpOf(Code code) => code switch
    {
        Code.InvalidArgument or Code.FailedPrecondition or Code.OutOfRange => HttpStatusCode.BadRequest,
        Code.Unauthenticated => HttpStatusCode.Unauthorized,
        Code.PermissionDenied => HttpStatusCode.Forbidden,
        Code.NotFound => HttpStatusCode.NotFound,
        Code.AlreadyExists => HttpStatusCode.Conflict,
        Code.ResourceExhausted => HttpStatusCode.TooManyRequests,
        Code.Unavailable => HttpStatusCode.ServiceUnavailable,
        _ => HttpStatusCode.InternalServerError,
    };
}
