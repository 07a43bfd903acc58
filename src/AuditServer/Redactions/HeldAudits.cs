using AuditServer.Audits;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Redactions;

/// <summary>The audits of a force as far as an incident that is erased concerns them.</summary>
/// <param name="Over">Those that are over, and whose frames hold its unit.</param>
/// <param name="Staging">Those without a frame of which somebody began to stage one: it may hold the unit, or come to.</param>
internal sealed record HeldAudits(IReadOnlyList<HeldAudit> Over, IReadOnlyList<AuditRecord> Staging)
{
    /// <exception cref="Fault">ENTRY_IN_AUDIT.</exception>
    public static async ValueTask<HeldAudits> ReadAsync(
        Turn turn, string force, string unitId, long entryIndex, CancellationToken cancel)
    {
        var over = new List<HeldAudit>();
        var staging = new List<AuditRecord>();
        var going = new List<string>();
        foreach (AuditRecord audit in await turn.Log.Redactions.ListAuditsAsync(force, cancel))
        {
            if (await HoldsRecordsAsync(turn, audit, unitId, cancel))
            {
                // A cancelled crime or an N100 of the incident stands in the frame under its own references, and what was judged is the
                // record itself: no token can stand in for it.
                going.Add(audit.Id);
            }
            else if (audit.Document.Frame is null)
            {
                staging.AddRange(audit.FreezeAttempt > 0 ? [audit] : []);
            }
            else if (await FindAsync(turn, audit, unitId, cancel) is { } standing)
            {
                if (audit.Document.IsOver())
                {
                    over.Add(await HeldAudit.ReadAsync(turn, audit, unitId, standing, cancel));
                }
                else
                {
                    going.Add(audit.Id);
                }
            }
        }

        return going.Count == 0 ? new HeldAudits(over, staging) : throw Faults.EntryInAudit(entryIndex, going);
    }

    /// <summary>Puts the unit under a token where it stands, and out of frames that are only staged.</summary>
    public async ValueTask EraseAsync(Turn turn, string unitId, string otherUnitId, CancellationToken cancel)
    {
        foreach (AuditRecord audit in Staging)
        {
            // Whoever stages it has read the unit, or may have: that attempt gives way.
            await turn.Log.Audits.BeginFreezeAsync(audit.No, cancel);
            if (await FindAsync(turn, audit, unitId, cancel) is { } standing)
            {
                await turn.Log.Redactions.DropUnitAsync(audit.No, standing.Stratum, unitId, cancel);
            }
        }

        foreach (HeldAudit audit in Over)
        {
            await turn.Log.Redactions.EraseUnitAsync(audit.Audit.No, unitId, audit.Erased(otherUnitId), cancel);
        }
    }

    /// <summary>Units of records have the incident's id, a slash, and what names the record.</summary>
    private static ValueTask<bool> HoldsRecordsAsync(Turn turn, AuditRecord audit, string unitId, CancellationToken cancel) =>
        turn.Log.Redactions.HoldsRecordsAsync(
            audit.No, audit.Document.Plan.Strata.Count, unitId + "/", unitId + (char)('/' + 1), cancel);

    private static ValueTask<UnitStanding?> FindAsync(Turn turn, AuditRecord audit, string unitId, CancellationToken cancel) =>
        turn.Log.Redactions.FindUnitAsync(audit.No, audit.Document.Plan.Strata.Count, unitId, cancel);
}
