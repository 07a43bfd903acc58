using AuditCore.Ledger;
using AuditCore.Redaction;
using AuditCore.Sampling;
using AuditServer.Audits;
using AuditServer.Audits.Reviews;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Redactions;

/// <summary>An audit that is over, whose frame holds the unit of an incident that is erased.</summary>
/// <param name="Audit">The audit.</param>
/// <param name="UnitId">The unit's id until now.</param>
/// <param name="Stratum">Place of its stratum in the plan.</param>
/// <param name="Place">How many units of the stratum stand before it.</param>
/// <param name="Steps">The steps that name it.</param>
/// <param name="Aliases">How the other units that these steps name are called in what is left of them.</param>
internal sealed record HeldAudit(
    AuditRecord Audit,
    string UnitId,
    int Stratum,
    long Place,
    IReadOnlyList<ItemStepHeld> Steps,
    IReadOnlyDictionary<string, string> Aliases)
{
    /// <summary>Every reference to a crime record or a victim that its reviews hold.</summary>
    public IEnumerable<string> References => Steps.SelectMany(s => StepReferences.Of(s.Step));

    public static async ValueTask<HeldAudit> ReadAsync(
        Turn turn, AuditRecord audit, string unitId, UnitStanding standing, CancellationToken cancel)
    {
        IReadOnlyList<ErasedFrameUnit> erased = await turn.Log.Redactions.ReadErasedUnitsAsync(audit.No, cancel);
        IReadOnlyList<ItemStepHeld> older = await turn.Log.Redactions.ReadItemStepsAsync(audit.No, cancel);
        IEnumerable<ItemStepHeld> ofTurn = turn.AppendedTo(audit)
            .Select(e => new ItemStepHeld(e.Index, AuditEvent.Parser.ParseFrom(e.Payload), e.RedactedBy));
        ItemStepHeld[] steps = [.. older.Concat(ofTurn).Where(s => StepReferences.UnitsOf(s.Step).Contains(unitId))];
        return new HeldAudit(
            audit, unitId, standing.Stratum, PlaceOf(standing, erased), steps, await AliasesAsync(turn, audit, unitId, steps, cancel));
    }

    /// <summary>What is left of the steps that hold references still.</summary>
    public IEnumerable<EntryResidue> Residues(string otherUnitId, ReferenceTokens tokens) =>
        Steps.Where(s => s.RedactedBy is null).Select(s => new EntryResidue
        {
            EntryIndex = s.EntryIndex,
            Residue = StepReferences
                .Replace(s.Step, unit => unit == UnitId ? otherUnitId : Aliases[unit], reference => tokens[reference])
                .ToByteString(),
        });

    /// <summary>What stands in for the unit.</summary>
    public ErasedFrameUnit Erased(string otherUnitId) => new(
        Stratum,
        Place,
        otherUnitId,
        FrameDigestBuilder.LeafOf(UnitId),
        Audit.Document.Seed.Seed.Length == 0 ? "" : Ticket.Of(Audit.Document.Seed.Seed, UnitId).Text);

    private static async ValueTask<IReadOnlyDictionary<string, string>> AliasesAsync(
        Turn turn, AuditRecord audit, string unitId, IEnumerable<ItemStepHeld> steps, CancellationToken cancel)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        IEnumerable<string> named = steps.Where(s => s.RedactedBy is null).SelectMany(s => StepReferences.UnitsOf(s.Step));
        foreach (string other in named.Where(u => u != unitId).Distinct())
        {
            aliases.Add(other, ItemAlias.Of(await ItemWriter.FindAsync(turn, audit, other, cancel)));
        }

        return aliases;
    }

    /// <summary>Its place among all units of the stratum: those under tokens have kept theirs.</summary>
    private static long PlaceOf(UnitStanding standing, IReadOnlyList<ErasedFrameUnit> erased)
    {
        long place = standing.Before;
        foreach (ErasedFrameUnit unit in erased.Where(u => u.Stratum == standing.Stratum).OrderBy(u => u.Place))
        {
            place += unit.Place <= place ? 1 : 0;
        }

        return place;
    }
}
