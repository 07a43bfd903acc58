using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Redactions;

/// <summary>Cuts a redaction into entries, so that none is larger than a message may be, however much is told of an incident.</summary>
internal static class RedactionParts
{
    /// <summary>Residues of one entry at most, in bytes, unless a single one is larger.</summary>
    public const int MostBytes = 1 << 19;

    /// <summary>The entries of a redaction.</summary>
    /// <param name="order">As it was asked for.</param>
    /// <param name="left">What is left of the entries that it erases, in the order of the log; at least one.</param>
    /// <param name="units">Where the incident stood in frames.</param>
    public static IReadOnlyList<Redaction> Of(
        RedactionOrder order, IReadOnlyList<(EntryResidue Residue, bool IsStep)> left, IEnumerable<ErasedUnit> units)
    {
        var parts = new List<Redaction>();
        int bytes = MostBytes;
        foreach ((EntryResidue residue, bool isStep) in left)
        {
            bytes += residue.CalculateSize();
            if (bytes > MostBytes)
            {
                parts.Add(New(order, parts.Count + 1, left.Count));
                bytes = residue.CalculateSize();
            }

            parts[^1].Residues.Add(residue);
            parts[^1].Steps += isStep ? 1 : 0;
        }

        parts.ForEach(p => p.Parts = parts.Count);
        parts[0].ErasedUnits.AddRange(units);
        return parts;
    }

    private static Redaction New(RedactionOrder order, int part, int entries) => new()
    {
        EntryIndex = order.EntryIndex,
        Reason = order.Reason,
        LegalBasis = order.LegalBasis,
        Actor = order.Actor,
        Part = part,
        Entries = entries,
    };
}
