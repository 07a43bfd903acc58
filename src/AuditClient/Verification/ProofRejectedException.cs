namespace CrimeAudit.Client;

/// <summary>A proof does not prove what it is for. Nothing that came with it should be relied upon.</summary>
public class ProofRejectedException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="message">What is wrong with it, in English.</param>
    public ProofRejectedException(ProofFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>Why.</summary>
    public ProofFault Fault { get; }
}
