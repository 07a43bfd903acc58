using CrimeAudit.V1;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using RpcStatus = Google.Rpc.Status;

namespace AuditClient.Tests.Infrastructure;

/// <summary>Statuses as the service makes them: ErrorInfo first, code by the contract's annotation, then everything else.</summary>
internal static class Statuses
{
    public static RpcStatus Of(ErrorReason reason, TimeSpan? retryAfter = null)
    {
        EnumValueDescriptor value = ErrorsReflection.Descriptor.FindTypeByName<EnumDescriptor>("ErrorReason").FindValueByNumber((int)reason);
        RpcStatus status = new()
        {
            Code = (int)value.GetOptions().GetExtension(ErrorsExtensions.Error).Code,
            Message = $"because of {reason}",
            Details =
            {
                Any.Pack(new ErrorInfo { Domain = "crimeaudit", Reason = value.Name["ERROR_REASON_".Length..] }),
            },
        };
        if (retryAfter is { } delay)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) }));
        }

        return status;
    }
}
