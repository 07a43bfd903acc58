namespace CrimeAudit.Client;

/// <summary>The credential is missing, lacks the role, or speaks for another force. Status UNAUTHENTICATED or PERMISSION_DENIED.</summary>
public class PermissionException : CrimeAuditException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="details">What the call said about itself.</param>
    /// <param name="innerException">The cause below; null when there is none.</param>
    public PermissionException(ErrorDetails details, Exception? innerException = null)
        : base(details, innerException)
    {
    }
}
