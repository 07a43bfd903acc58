using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace AuditServer.Errors;

/// <summary>
/// A fault as the wire carries it: <c>google.rpc.Status</c> with ErrorInfo first, then whatever the fault has of
/// BadRequest, PreconditionFailure, ResourceInfo and RetryInfo.
/// </summary>
internal static class FaultStatus
{
    /// <summary>ErrorInfo.domain of every error of this service.</summary>
    public const string Domain = "crimeaudit";

    /// <summary>The status; streams put it into the result of a single item.</summary>
    public static Status ToStatus(Fault fault)
    {
        var status = new Status { Code = (int)ErrorCatalogue.Code(fault.Reason), Message = fault.Message };
        status.Details.AddRange(Details(fault).Select(Any.Pack));
        return status;
    }

    /// <summary>The exception with which a call ends in that status.</summary>
    public static RpcException ToRpcException(Fault fault) => ToStatus(fault).ToRpcException();

    private static IEnumerable<IMessage> Details(Fault fault)
    {
        yield return ErrorInfoOf(fault);
        if (fault.Violations.Count > 0)
        {
            yield return BadRequestOf(fault.Violations);
        }

        if (fault.Precondition is { } precondition)
        {
            yield return PreconditionFailureOf(precondition);
        }

        if (fault.Resource is { } resource)
        {
            yield return new ResourceInfo { ResourceType = resource.Type, ResourceName = resource.Name };
        }

        if (fault.RetryAfter is { } delay)
        {
            yield return new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) };
        }
    }

    private static ErrorInfo ErrorInfoOf(Fault fault)
    {
        var info = new ErrorInfo { Reason = ErrorCatalogue.Name(fault.Reason), Domain = Domain };
        info.Metadata.Add(fault.Metadata.ToDictionary());
        return info;
    }

    private static BadRequest BadRequestOf(IEnumerable<Violation> violations)
    {
        var details = new BadRequest();
        details.FieldViolations.AddRange(violations.Select(
            violation => new BadRequest.Types.FieldViolation { Field = violation.Field, Description = violation.Description }));
        return details;
    }

    private static PreconditionFailure PreconditionFailureOf(Precondition precondition)
    {
        var details = new PreconditionFailure();
        details.Violations.Add(new PreconditionFailure.Types.Violation
        {
            Type = precondition.Type,
            Subject = precondition.Subject,
            Description = precondition.Description,
        });
        return details;
    }
}
