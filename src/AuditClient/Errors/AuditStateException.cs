namespace CrimeAudit.Client;

/// <summary>
/// The state of the audit, or of one of its items, forbids the step; <see cref="CrimeAuditException.Precondition"/> names the
/// state and what it would take. Status FAILED_PRECONDITION.
/// </summary>
public class AuditStateException : CrimeAuditException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="details">What the call said about itself.</param>
    /// <param name="innerException">The cause below; null when there is none.</param>
    public AuditStateException(ErrorDetails details, Exception? innerException = null)
        : base(details, innerException)
    {
    }
}
