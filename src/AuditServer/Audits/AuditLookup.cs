using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Audits;

/// <summary>Finds audits and their strata by the names that callers give them.</summary>
internal static class AuditLookup
{
    /// <summary>An audit that must be there.</summary>
    /// <exception cref="Fault">UNKNOWN_AUDIT.</exception>
    public static async ValueTask<AuditRecord> RequireAsync(this IAuditSnapshot snapshot, string auditId, CancellationToken cancel) =>
        await snapshot.FindAsync(auditId, cancel) ?? throw Faults.UnknownAudit(auditId);

    /// <summary>An audit that must be there, as it stands now.</summary>
    /// <exception cref="Fault">UNKNOWN_AUDIT.</exception>
    public static async ValueTask<AuditRecord> RequireAsync(this IAuditReads reads, string auditId, CancellationToken cancel)
    {
        await using IAuditSnapshot snapshot = await reads.SnapshotAsync(cancel);
        return await snapshot.RequireAsync(auditId, cancel);
    }

    /// <summary>Whether any item of an audit's sample is given to somebody.</summary>
    public static async ValueTask<bool> IsReviewerAsync(this IAuditSnapshot snapshot, AuditRecord audit, string subject, CancellationToken cancel)
    {
        ItemRange first = ItemRange.All with { AtMost = 1, Selection = new ItemSelection(subject, ToldToForce: false) };
        await foreach (ReviewedItem _ in snapshot.ReadItemsAsync(audit.No, first, cancel))
        {
            return true;
        }

        return false;
    }

    /// <summary>The place of a stratum in the plan, from 0; -1 when the audit has none of that name.</summary>
    public static int PlaceOf(this Audit audit, string stratum) => audit.Strata.Select(s => s.Name).ToList().IndexOf(stratum);
}
