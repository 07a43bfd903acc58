using Grpc.Core;

namespace CrimeAudit.Client;

/// <summary>
/// A proof does not prove what it is for. Nothing that came with it should be relied upon. It is this side that says so, not the
/// service: <see cref="CrimeAuditException.Reason"/> is unspecified, the status DATA_LOSS.
/// </summary>
public class ProofRejectedException : CrimeAuditException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="message">What is wrong with it, in English.</param>
    public ProofRejectedException(ProofFault fault, string message)
        : base(new ErrorDetails { StatusCode = StatusCode.DataLoss, Message = message }) => Fault = fault;

    /// <summary>Why.</summary>
    public ProofFault Fault { get; }
}
