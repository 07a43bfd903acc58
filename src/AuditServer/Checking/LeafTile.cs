using AuditCore.Ledger;

namespace AuditServer.Checking;

/// <summary>A tile of leaf hashes, as it is stored and as the entries make it.</summary>
/// <param name="Index">Which tile of level 0.</param>
/// <param name="Recomputed">The hashes that entries give; null where none does.</param>
/// <param name="Stored">What the database holds.</param>
/// <param name="IsRight">Whether the tree above was made of these hashes.</param>
internal sealed record LeafTile(long Index, ReadOnlyMemory<byte[]?> Recomputed, HashTile? Stored, Func<byte[], bool> IsRight);
