using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Redactions;

/// <summary>A redaction as it is asked for.</summary>
/// <param name="EntryIndex">An entry that speaks of the incident.</param>
/// <param name="RequestId">Made by the caller.</param>
/// <param name="Reason">Why.</param>
/// <param name="LegalBasis">The law that it rests on; empty where none is named.</param>
/// <param name="Actor">The credential's subject.</param>
/// <param name="Permit">Throws unless the caller may erase what a force told.</param>
internal sealed record RedactionOrder(
    long EntryIndex, string RequestId, string Reason, string LegalBasis, string Actor, Action<string> Permit)
{
    /// <exception cref="Fault">INVALID_FIELDS.</exception>
    public static RedactionOrder Read(RedactEntryRequest request, string actor, Action<string> permit)
    {
        var violations = new Violations();
        if (request.EntryIndex < 0)
        {
            violations.Add("entry_index", "is negative");
        }

        violations.Text("request_id", request.RequestId, 1, 100);
        if (request.RequestId.Contains(RedactionKeys.PartMark, StringComparison.Ordinal))
        {
            violations.Add("request_id", $"holds '{RedactionKeys.PartMark}', by which further entries of a redaction are numbered");
        }

        violations.Text("reason", request.Reason, 1, 500);
        violations.Text("legal_basis", request.LegalBasis, 0, 200);
        violations.ThrowIfAny();
        return new RedactionOrder(request.EntryIndex, request.RequestId, request.Reason, request.LegalBasis, actor, permit);
    }

    /// <summary>Whether a redaction in the log was asked for in the same way.</summary>
    public bool IsSame(Redaction known) =>
        known.EntryIndex == EntryIndex && known.Reason == Reason && known.LegalBasis == LegalBasis;
}
