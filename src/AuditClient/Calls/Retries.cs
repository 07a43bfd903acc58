using CrimeAudit.V1;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace CrimeAudit.Client;

/// <summary>
/// The whole retry policy of unary calls. UNAVAILABLE is gRPC's own business, through the service config; a full
/// queue names its time in a RetryInfo, which gRPC does not read, so <see cref="UnaryCalls"/> asks here.
/// Streams are in neither: the writer re-sends what was not acknowledged.
/// </summary>
internal static class Retries
{
    private static readonly ServiceDescriptor[] Services =
    [
        IncidentService.Descriptor, AuditService.Descriptor, RateService.Descriptor, ReferenceService.Descriptor,
        LedgerService.Descriptor,
    ];

    public static ServiceConfig? WhileUnavailable(CrimeAuditClientOptions options)
    {
        if (options.MaxAttempts == 1)
        {
            return null;
        }

        MethodConfig unary = new()
        {
            RetryPolicy = new RetryPolicy
            {
                MaxAttempts = options.MaxAttempts,
                InitialBackoff = options.InitialBackoff,
                MaxBackoff = options.MaxBackoff,
                BackoffMultiplier = 2,
                RetryableStatusCodes = { StatusCode.Unavailable },
            },
        };
        foreach (MethodDescriptor method in UnaryMethods())
        {
            unary.Names.Add(new MethodName { Service = method.Service.FullName, Method = method.Name });
        }

        return new ServiceConfig { MethodConfigs = { unary } };
    }

    /// <summary>How long to pause before a full service is asked again; null: do not ask again.</summary>
    public static TimeSpan? PauseWhenFull(CrimeAuditException failure, int attempt, int maxAttempts, DateTime? deadline)
    {
        if (failure is not { StatusCode: StatusCode.ResourceExhausted, RetryAfter: { } pause } || attempt >= maxAttempts)
        {
            return null;
        }

        // A pause past the deadline could only end in DEADLINE_EXCEEDED, which says less than "full".
        return deadline is { } end && UnaryCalls.MachineTime() + pause >= end ? null : pause;
    }

    private static IEnumerable<MethodDescriptor> UnaryMethods() =>
        Services.SelectMany(service => service.Methods).Where(method => !method.IsClientStreaming && !method.IsServerStreaming);
}
