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

    /// <summary>The alleged crimes it answers, in ordinal order; none: unmatched, unless it is direct.</summary>
    public IReadOnlyList<string> AllegedRefs { get; init; } = [];

    /// <summary>Recorded straight into the crime system: no incident record exists or will come.</summary>
    public bool Direct { get; init; }

    /// <summary>Why it was cancelled; <see cref="CancellationReason.Unspecified"/> when it stands.</summary>
    public CancellationReason Cancelled { get; init; }
}
