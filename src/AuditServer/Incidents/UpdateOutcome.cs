using AuditCore.Recording;
using AuditServer.Errors;

namespace AuditServer.Incidents;

/// <summary>What became of one update: a receipt or a refusal.</summary>
internal readonly record struct UpdateOutcome
{
    /// <summary>Index of its entry, or of the first one when replayed.</summary>
    public long Index { get; init; }

    /// <summary>When that entry was accepted, µs since 1970 UTC.</summary>
    public long AcceptedMicros { get; init; }

    /// <summary>It was there already.</summary>
    public bool Replayed { get; init; }

    /// <summary>For a replay of what was erased: the entry that says so.</summary>
    public long? RedactedBy { get; init; }

    /// <summary>Why it was refused; null when it was accepted.</summary>
    public Fault? Refusal { get; init; }

    /// <summary>The incident's state after the turn, when asked for.</summary>
    public IncidentState? State { get; init; }
}
