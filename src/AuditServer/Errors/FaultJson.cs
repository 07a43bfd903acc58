using Google.Protobuf;
using Code = Google.Rpc.Code;

namespace AuditServer.Errors;

/// <summary>Writes a fault found before a call was made as the JSON that the call itself would answer.</summary>
internal static class FaultJson
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(DetailTypes.Registry));

    public static Task WriteAsync(HttpResponse response, Fault fault)
    {
        response.StatusCode = ErrorCatalogue.Code(fault.Reason) == Code.Unauthenticated
            ? StatusCodes.Status401Unauthorized
            : StatusCodes.Status400BadRequest;
        response.ContentType = "application/json; charset=utf-8";
        return response.WriteAsync(Formatter.Format(FaultStatus.ToStatus(fault)));
    }
}
