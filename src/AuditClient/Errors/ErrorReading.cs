using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace CrimeAudit.Client;

/// <summary>The one place where what came over the wire becomes an exception of this client.</summary>
internal static class ErrorReading
{
    public static CrimeAuditException Read(RpcException failure)
    {
        // A malformed status is an answer without our details, which is an answer all the same.
        RpcStatus? status = failure.Trailers.GetRpcStatus(ignoreParseError: true);
        return status is null
            ? Choose(new ErrorDetails { StatusCode = failure.StatusCode, Message = failure.Status.Detail }, failure)
            : Read(status, failure);
    }

    public static CrimeAuditException Read(RpcStatus status, Exception? innerException)
    {
        ErrorInfo? info = Find<ErrorInfo>(status);
        RetryInfo? retry = Find<RetryInfo>(status);
        ResourceInfo? resource = Find<ResourceInfo>(status);
        PreconditionFailure.Types.Violation? precondition = Find<PreconditionFailure>(status)?.Violations.FirstOrDefault();
        ErrorDetails details = new()
        {
            Reason = info is { Domain: ErrorContracts.Domain } ? ErrorContracts.ReasonOf(info.Reason) : ErrorReason.Unspecified,
            StatusCode = (StatusCode)status.Code,
            Message = status.Message,
            Violations = [.. (Find<BadRequest>(status)?.FieldViolations ?? []).Select(v => new FieldViolation(v.Field, v.Description))],
            Resource = resource is null ? null : new ErrorResource(resource.ResourceType, resource.ResourceName),
            Precondition = precondition is null
                ? null
                : new ErrorPrecondition(precondition.Type, precondition.Subject, precondition.Description),
            RetryAfter = retry?.RetryDelay?.ToTimeSpan(),
        };
        return Choose(details, innerException);
    }

    private static CrimeAuditException Choose(ErrorDetails details, Exception? inner) => details switch
    {
        { Reason: ErrorReason.RequestIdReused } => new RequestIdReusedException(details, inner),
        { StatusCode: StatusCode.InvalidArgument or StatusCode.OutOfRange } => new InvalidRequestException(details, inner),
        { StatusCode: StatusCode.NotFound } => new NotFoundException(details, inner),
        { StatusCode: StatusCode.Unauthenticated or StatusCode.PermissionDenied } => new PermissionException(details, inner),
        { StatusCode: StatusCode.FailedPrecondition } => new AuditStateException(details, inner),
        { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded } => new ServiceUnavailableException(details, inner),
        // Without a RetryInfo it is a message over the size limit, which no waiting makes smaller.
        { StatusCode: StatusCode.ResourceExhausted, RetryAfter: not null } => new ServiceUnavailableException(details, inner),
        _ => new CrimeAuditException(details, inner),
    };

    private static T? Find<T>(RpcStatus status)
        where T : class, IMessage<T>, new()
    {
        foreach (Any detail in status.Details)
        {
            if (TryUnpack(detail, out T? found))
            {
                return found;
            }
        }

        return null;
    }

    private static bool TryUnpack<T>(Any detail, out T? found)
        where T : class, IMessage<T>, new()
    {
        try
        {
            return detail.TryUnpack(out found);
        }
        catch (InvalidProtocolBufferException)
        {
            // Bytes that are not what their type says: the caller still needs the status that they came with.
            found = null;
            return false;
        }
    }
}
