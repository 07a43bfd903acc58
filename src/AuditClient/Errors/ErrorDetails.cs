using CrimeAudit.V1;
using Grpc.Core;

namespace CrimeAudit.Client;

/// <summary>
/// What a failed call said about itself, in the contract's terms. <see cref="CrimeAuditException"/> carries it;
/// fakes of the client's interfaces make their exceptions from it.
/// </summary>
public sealed record ErrorDetails
{
    /// <summary>
    /// Why. <see cref="ErrorReason.Unspecified"/> when the answer did not come from the service itself (network, proxy,
    /// this client), or names a reason that this version of the client does not know.
    /// </summary>
    public ErrorReason Reason { get; init; }

    /// <summary>The gRPC status code.</summary>
    public required StatusCode StatusCode { get; init; }

    /// <summary>What happened, in English.</summary>
    public required string Message { get; init; }

    /// <summary>Every wrong field. Empty when no field is to blame.</summary>
    public IReadOnlyList<FieldViolation> Violations { get; init; } = [];

    /// <summary>The thing that is missing or exists already; null when it is about no such thing.</summary>
    public ErrorResource? Resource { get; init; }

    /// <summary>The state that forbids the call; null when no state does.</summary>
    public ErrorPrecondition? Precondition { get; init; }

    /// <summary>When it is worth asking again; null when the service named no time.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
