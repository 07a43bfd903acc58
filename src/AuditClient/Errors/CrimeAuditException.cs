using CrimeAudit.V1;
using Grpc.Core;

namespace CrimeAudit.Client;

/// <summary>
/// A call failed. The derived types are what callers want to catch apart; everything else (an audit that exists
/// already, a fault of the service) is of this type with its <see cref="Reason"/>.
/// </summary>
public class CrimeAuditException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="details">What the call said about itself.</param>
    /// <param name="innerException">The cause below; null when there is none.</param>
    public CrimeAuditException(ErrorDetails details, Exception? innerException = null)
        : base(details.Message, innerException) => Details = details;

    /// <summary>Everything the call said about itself.</summary>
    public ErrorDetails Details { get; }

    /// <summary>Why. <see cref="ErrorReason.Unspecified"/> as in <see cref="ErrorDetails.Reason"/>.</summary>
    public ErrorReason Reason => Details.Reason;

    /// <summary>The gRPC status code.</summary>
    public StatusCode StatusCode => Details.StatusCode;

    /// <summary>Every wrong field. Empty when no field is to blame.</summary>
    public IReadOnlyList<FieldViolation> Violations => Details.Violations;

    /// <summary>The thing that is missing or exists already; null when it is about no such thing.</summary>
    public ErrorResource? Resource => Details.Resource;

    /// <summary>The state that forbids the call; null when no state does.</summary>
    public ErrorPrecondition? Precondition => Details.Precondition;

    /// <summary>When it is worth asking again; null when the service named no time.</summary>
    public TimeSpan? RetryAfter => Details.RetryAfter;

    /// <summary>What the contract advises to do about this reason; for an unspecified reason it says nothing.</summary>
    public RetryAdvice Advice => Reason == ErrorReason.Unspecified ? RetryAdvice.Unspecified : ErrorContracts.Of(Reason).Retry;

    /// <summary>Reads the failure of a raw generated call, for callers of <see cref="CrimeAuditClient.Raw"/>.</summary>
    /// <param name="failure">What the call threw.</param>
    /// <returns>The exception that the typed clients would have thrown.</returns>
    public static CrimeAuditException From(RpcException failure) => ErrorReading.Read(failure);

    /// <summary>Reads the status of one item of a stream.</summary>
    /// <param name="status">The item's status; not OK.</param>
    /// <returns>The exception that the unary call would have thrown.</returns>
    public static CrimeAuditException From(Google.Rpc.Status status) => ErrorReading.Read(status, innerException: null);
}
