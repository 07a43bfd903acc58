namespace CrimeAudit.Client;

/// <summary>
/// No answer for now: the service cannot be reached, is stopping, is full, or did not answer in time. The same request with
/// the same request id may be sent again: nothing is doubled. Status UNAVAILABLE, DEADLINE_EXCEEDED or RESOURCE_EXHAUSTED.
/// </summary>
public class ServiceUnavailableException : CrimeAuditException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="details">What the call said about itself.</param>
    /// <param name="innerException">The cause below; null when there is none.</param>
    public ServiceUnavailableException(ErrorDetails details, Exception? innerException = null)
        : base(details, innerException)
    {
    }
}
