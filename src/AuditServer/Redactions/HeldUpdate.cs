using AuditCore.Recording;
using AuditCore.Redaction;
using AuditServer.Incidents;
using CrimeAudit.V1;

namespace AuditServer.Redactions;

/// <summary>An update of an incident that is erased.</summary>
/// <param name="Logged">The update, or what is left of it.</param>
/// <param name="RedactedBy">The entry that says that it was erased before; null when it was not.</param>
internal sealed record HeldUpdate(LoggedUpdate Logged, long? RedactedBy)
{
    public IncidentUpdate Update => Logged.Update;

    public static HeldUpdate Of(StoredUpdate stored) => new(stored.ToLogged(), stored.RedactedBy);

    /// <summary>The update with tokens for its references; what is left of one that was erased before stays as it is.</summary>
    public IncidentUpdate Under(ReferenceTokens tokens) =>
        RedactedBy is null ? UpdateReferences.Replace(Update, reference => tokens[reference]) : Update;
}
