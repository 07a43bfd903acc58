namespace CrimeAudit.Client;

/// <summary>
/// The request is wrong, and the same request would fail again: <see cref="CrimeAuditException.Violations"/> names every
/// wrong field. Status INVALID_ARGUMENT or OUT_OF_RANGE.
/// </summary>
public class InvalidRequestException : CrimeAuditException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="details">What the call said about itself.</param>
    /// <param name="innerException">The cause below; null when there is none.</param>
    public InvalidRequestException(ErrorDetails details, Exception? innerException = null)
        : base(details, innerException)
    {
    }
}
