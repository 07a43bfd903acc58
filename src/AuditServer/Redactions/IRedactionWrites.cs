using AuditServer.Audits;
using AuditServer.Sequencing;

namespace AuditServer.Redactions;

/// <summary>What redactions need of an engine inside a turn.</summary>
internal interface IRedactionWrites
{
    /// <summary>An entry of an earlier turn; null when there is none.</summary>
    ValueTask<StoredEntry?> FindAsync(long entryIndex, CancellationToken cancel);

    /// <summary>
    /// Writes residues and erases the payloads that they stand in for. After the redactions are appended, and before the head moves: at
    /// any other time the engine refuses it.
    /// </summary>
    ValueTask EraseAsync(IReadOnlyList<Residue> residues, CancellationToken cancel);

    /// <summary>Gives the derived row of an incident another reference.</summary>
    ValueTask RenameIncidentAsync(long incidentId, string reference, CancellationToken cancel);

    /// <summary>All audits of a force.</summary>
    ValueTask<IReadOnlyList<AuditRecord>> ListAuditsAsync(string force, CancellationToken cancel);

    /// <summary>Where a unit stands in a frame, staged or frozen; null when it does not.</summary>
    /// <param name="auditNo">The audit.</param>
    /// <param name="strata">How many strata its plan has.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="cancel">Ends the reading.</param>
    ValueTask<UnitStanding?> FindUnitAsync(long auditNo, int strata, string unitId, CancellationToken cancel);

    /// <summary>Whether a frame holds a unit whose id lies between two texts, by the order of their bytes.</summary>
    ValueTask<bool> HoldsRecordsAsync(long auditNo, int strata, string after, string before, CancellationToken cancel);

    /// <summary>Drops a unit that was staged for a frame.</summary>
    ValueTask DropUnitAsync(long auditNo, int stratum, string unitId, CancellationToken cancel);

    /// <summary>Puts a unit of a frozen frame, and of its sample, under a token.</summary>
    /// <param name="auditNo">The audit.</param>
    /// <param name="unitId">The unit's id until now.</param>
    /// <param name="erased">What stands in for it.</param>
    /// <param name="cancel">Ends the writing.</param>
    ValueTask EraseUnitAsync(long auditNo, string unitId, ErasedFrameUnit erased, CancellationToken cancel);

    /// <summary>The units of a frame that are under tokens, by stratum and place.</summary>
    ValueTask<IReadOnlyList<ErasedFrameUnit>> ReadErasedUnitsAsync(long auditNo, CancellationToken cancel);

    /// <summary>The steps of all items of an audit, of earlier turns, in the order of the log.</summary>
    ValueTask<IReadOnlyList<ItemStepHeld>> ReadItemStepsAsync(long auditNo, CancellationToken cancel);
}
