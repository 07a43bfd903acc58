using CrimeAudit.V1;

namespace AuditServer.Rebuild;

/// <summary>
/// Which audits the log knows without a frame or a sample. Units are staged before the entry that makes them count, and an
/// attempt that was given up leaves some behind.
/// </summary>
internal sealed class StagedAudits
{
    private readonly HashSet<long> withoutFrame = [];
    private readonly HashSet<long> withoutSample = [];

    /// <summary>Reads which they are, from what was recomputed.</summary>
    public static async Task<StagedAudits> ReadAsync(IDerivedSnapshot recomputed, CancellationToken cancel)
    {
        var staged = new StagedAudits();
        await foreach (ComparedAudit audit in ComparedAudit.ReadAsync(recomputed, cancel))
        {
            staged.Add(audit.Row.AuditNo, audit.Document!);
        }

        return staged;
    }

    /// <summary>Units of this audit's frame count; those of an audit that the log does not know are told as well.</summary>
    public bool CountsFrameOf(long auditNo) => !withoutFrame.Contains(auditNo);

    /// <summary>Items of this audit's sample count.</summary>
    public bool CountsSampleOf(long auditNo) => !withoutSample.Contains(auditNo);

    private void Add(long auditNo, Audit document)
    {
        if (document.Frame is null)
        {
            withoutFrame.Add(auditNo);
        }

        if (document.Strata.All(s => s.SampleSize == 0))
        {
            withoutSample.Add(auditNo);
        }
    }
}
