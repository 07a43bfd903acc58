namespace AuditCore.Ledger;

/// <summary>What appending leaves to a tree gives.</summary>
/// <param name="Frontier">The right edge of the grown tree.</param>
/// <param name="Changed">Tiles that are new or have more hashes than before, each once.</param>
public sealed record TreeGrowth(TreeFrontier Frontier, IReadOnlyList<HashTile> Changed);
