namespace CrimeAudit.Client;

/// <summary>
/// The request id was used before with different content; <see cref="CrimeAuditException.Resource"/> names the first entry.
/// The same id with the same content is a replay and no error.
/// </summary>
public class RequestIdReusedException : CrimeAuditException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="details">What the call said about itself.</param>
    /// <param name="innerException">The cause below; null when there is none.</param>
    public RequestIdReusedException(ErrorDetails details, Exception? innerException = null)
        : base(details, innerException)
    {
    }
}
