using AuditServer.Redactions;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Tests.Redactions;

public sealed class RedactionPartsTests
{
    private static readonly RedactionOrder Order = new(7, "r-1", "granted", "law", "somebody", _ => { });

    [Fact]
    public void Parts_hold_every_residue_once_in_order_and_none_is_too_large()
    {
        (EntryResidue, bool)[] left = [.. Enumerable.Range(0, 40).Select(i => (Residue(i, 50_000), i % 4 == 0))];
        IReadOnlyList<Redaction> parts = RedactionParts.Of(Order, left, [new ErasedUnit { AuditId = "a-1" }]);

        Assert.Equal(Enumerable.Range(1, parts.Count), parts.Select(p => p.Part));
        Assert.True(parts.Count > 1);
        Assert.All(parts, p => Assert.Equal((parts.Count, 40, 7, "granted", "law", "somebody"), (p.Parts, p.Entries, (int)p.EntryIndex, p.Reason, p.LegalBasis, p.Actor)));
        Assert.Equal(Enumerable.Range(0, 40), parts.SelectMany(p => p.Residues).Select(r => (int)r.EntryIndex));
        Assert.Equal(10, parts.Sum(p => p.Steps));
        Assert.All(parts, p => Assert.InRange(p.Residues.Sum(r => r.CalculateSize()), 1, RedactionParts.MostBytes));
        Assert.Equal(parts.Select(p => p.Part == 1 ? 1 : 0), parts.Select(p => p.ErasedUnits.Count));
    }

    [Fact]
    public void A_residue_larger_than_a_part_has_one_for_itself()
    {
        (EntryResidue, bool)[] left = [(Residue(0, 10), false), (Residue(1, RedactionParts.MostBytes + 1), false), (Residue(2, 10), false)];
        Assert.Equal([1, 1, 1], RedactionParts.Of(Order, left, []).Select(p => p.Residues.Count));
    }

    private static EntryResidue Residue(int index, int bytes) => new() { EntryIndex = index, Residue = ByteString.CopyFrom(new byte[bytes]) };
}
