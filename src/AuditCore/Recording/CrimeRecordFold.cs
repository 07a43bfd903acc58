using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>A crime record of the force.</summary>
public sealed record CrimeRecordFold
{
    /// <summary>Its reference in the force.</summary>
    public required string CrimeRef { get; init; }

    /// <summary>Its offence now, after any reclassification.</summary>
    public required Offence Offence { get; init; }

    /// <summary>Class of that offence.</summary>
    public required OffenceClass Class { get; init; }

    /// <summary>When it was first recorded.</summary>
    public required EventTime RecordedTime { get; init; }

    /// <summary>Pseudonym of the victim, or empty.</summary>
    public string VictimRef { get; init; } = "";

    /// <summary>The alleged and presumed crimes it answers, in ordinal order; none: unmatched, unless it is direct.</summary>
    public IReadOnlyList<string> AllegedRefs { get; init; } = [];

    /// <summary>Recorded straight into the crime system: no incident record exists or will come.</summary>
    public bool Direct { get; init; }

    /// <summary>Why it was cancelled; <see cref="CancellationReason.Unspecified"/> when it stands.</summary>
    public CancellationReason Cancelled => Cancellation?.Reason ?? CancellationReason.Unspecified;

    /// <summary>The cancellation that holds; null when it stands.</summary>
    public CrimeCancelled? Cancellation { get; init; }

    /// <summary>When it was cancelled; null when it stands.</summary>
    public EventTime? CancelledTime { get; init; }

    /// <summary>Its reclassifications, in order.</summary>
    public IReadOnlyList<CrimeReclassified> Reclassified { get; init; } = [];

    /// <summary>It was not cancelled.</summary>
    public bool Stands => Cancellation is null;
}
