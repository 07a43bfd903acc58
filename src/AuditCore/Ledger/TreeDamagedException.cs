namespace AuditCore.Ledger;

/// <summary>What is kept of a tree is not that tree: a tile is missing or too narrow, or the hashes do not give the root.</summary>
/// <param name="message">What was found.</param>
public sealed class TreeDamagedException(string message) : Exception(message);
