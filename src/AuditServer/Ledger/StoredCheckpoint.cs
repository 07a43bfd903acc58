namespace AuditServer.Ledger;

/// <summary>A checkpoint as it is kept.</summary>
/// <param name="Size">Entries of the tree that it speaks of.</param>
/// <param name="Note">The signed note.</param>
internal sealed record StoredCheckpoint(long Size, string Note);
