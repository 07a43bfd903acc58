namespace AuditServer.Redactions;

/// <summary>What is left of an erased entry.</summary>
/// <param name="EntryIndex">The entry.</param>
/// <param name="RedactedBy">The entry of the log that says that it was erased.</param>
/// <param name="Bytes">The message that it held, with tokens for references.</param>
internal sealed record Residue(long EntryIndex, long RedactedBy, byte[] Bytes);
