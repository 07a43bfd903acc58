using AuditServer.Audits;
using AuditServer.Incidents;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Replay;

/// <summary>An entry with its payload understood.</summary>
internal abstract record ReplayedEntry(StoredEntry Stored)
{
    public long Index => Stored.Index;
}

/// <summary>An update.</summary>
internal sealed record ReplayedUpdate(StoredEntry Stored, AcceptedUpdate Update) : ReplayedEntry(Stored);

/// <summary>A step of an audit.</summary>
internal sealed record ReplayedStep(StoredEntry Stored, AuditEvent Event) : ReplayedEntry(Stored)
{
    /// <summary>The derived tables must be made ready before the turn that writes it.</summary>
    public bool IsStaged => Event.StepCase is AuditEvent.StepOneofCase.Frozen
        or AuditEvent.StepOneofCase.Drawn or AuditEvent.StepOneofCase.Extended or AuditEvent.StepOneofCase.Unavailable;

    /// <summary>Refuses the step unless it stands under its audit's key.</summary>
    public void RequireKeyOf(string force)
    {
        if (Stored.Key != AuditKeys.Of(force, Event.AuditId, Stored.Key.RequestId))
        {
            throw new EntryRefusedException(Index, $"stands under {Stored.Key.Force}/{Stored.Key.SourceSystem}, and its payload is of audit '{Event.AuditId}' of {force}");
        }
    }
}

/// <summary>A redaction.</summary>
internal sealed record ReplayedRedaction(StoredEntry Stored, Redaction Event) : ReplayedEntry(Stored);

/// <summary>A digest of the access log.</summary>
internal sealed record ReplayedAccess(StoredEntry Stored, AccessDigest Digest) : ReplayedEntry(Stored);

/// <summary>An import of volumes.</summary>
internal sealed record ReplayedVolumes(StoredEntry Stored, ImportVolumesRequest Import) : ReplayedEntry(Stored);
