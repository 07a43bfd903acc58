using CrimeAudit.V1;

namespace AuditCli.Import.Tracking;

/// <summary>A row on its way: sent in part or whole, or known to be bad and waiting its turn in the reject file.</summary>
/// <param name="Number">The row, from 1.</param>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Raw">As it stands in the file.</param>
/// <param name="FirstUpdate">Place of its first update among all written.</param>
/// <param name="LastUpdate">Place of its last; before the first where it has none.</param>
internal sealed record SentRow(long Number, long Line, byte[] Raw, long FirstUpdate, long LastUpdate)
{
    /// <summary>What was wrong before anything was sent.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Its last update; null: it has none.</summary>
    public IncidentUpdate? Update { get; init; }
}
