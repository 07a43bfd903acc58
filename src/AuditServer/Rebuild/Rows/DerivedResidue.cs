namespace AuditServer.Rebuild.Rows;

/// <summary>What is left of an erased entry.</summary>
internal sealed record DerivedResidue
{
    public long EntryIndex { get; init; }

    public long RedactionEntry { get; init; }

    public byte[] Residue { get; init; } = [];
}
