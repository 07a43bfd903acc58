using AuditServer.Audits.Seeds;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits;

/// <summary>An audit as the derived table holds it.</summary>
/// <param name="No">Index of the entry that planned it: immutable, so lists are ordered by it.</param>
/// <param name="Document">What its steps so far amount to, with the progress of reviews.</param>
/// <param name="FreezeAttempt">Which attempt to freeze may stage units; each attempt takes the next number.</param>
internal sealed record AuditRecord(long No, Audit Document, long FreezeAttempt = 0)
{
    public string Id => Document.AuditId;

    public string Force => Document.Plan.Force;

    /// <summary>Until when secrets may be revealed, µs since 1970 UTC; null when none is awaited in time.</summary>
    public long? RevealDueMicros => WithheldReveals.DueMicros(Document);

    /// <summary>The sending system under which its steps stand in the log.</summary>
    public SourceName Source => new(Force, AuditKeys.SourceSystem(Id));
}
