namespace AuditCore.Evidence;

/// <summary>A step of the audit with all that proves it: a receipt, in its parts.</summary>
/// <param name="Index">Its index in the log.</param>
/// <param name="Leaf">Its leaf text.</param>
/// <param name="Salt">The salt of the leaf's digest.</param>
/// <param name="Stored">The step as stored: a serialised <c>AuditEvent</c>.</param>
/// <param name="Path">RFC 6962 inclusion path in the tree of the checkpoint, from the leaf's neighbour up.</param>
public sealed record BundleEntry(long Index, byte[] Leaf, byte[] Salt, byte[] Stored, IReadOnlyList<byte[]> Path) : BundleLine;
