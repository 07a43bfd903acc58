namespace CrimeAudit.Client;

/// <summary>There is no such force, incident, audit or sample item: <see cref="CrimeAuditException.Resource"/> names it. Status NOT_FOUND.</summary>
public class NotFoundException : CrimeAuditException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="details">What the call said about itself.</param>
    /// <param name="innerException">The cause below; null when there is none.</param>
    public NotFoundException(ErrorDetails details, Exception? innerException = null)
        : base(details, innerException)
    {
    }
}
