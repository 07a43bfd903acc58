using System.Text;

namespace AuditCore.Ledger;

/// <summary>The digest that fixes a frozen frame: published before the seed exists, it proves which units could be drawn.</summary>
public static class FrameDigest
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The <see cref="MerkleRoot"/> over the UTF-8 of a frame's unit ids in ordinal order.</summary>
    /// <param name="unitIds">The ids in ordinal order, none twice; read once.</param>
    /// <returns>32 bytes; for an empty frame the root of the empty tree.</returns>
    /// <exception cref="ArgumentException">
    /// An id is not above the one before it (so that a frame has one digest, and none with a repeated unit), or is not well-formed Unicode.
    /// </exception>
    public static byte[] Of(IEnumerable<string> unitIds)
    {
        ArgumentNullException.ThrowIfNull(unitIds);
        MerkleRoot root = new();
        string? previous = null;
        foreach (string id in unitIds)
        {
            if (previous is not null && string.CompareOrdinal(previous, id) >= 0)
                throw new ArgumentException($"Unit ids must be in ordinal order and unique: '{id}' follows '{previous}'.", nameof(unitIds));
            root.Add(Strict.GetBytes(id));
            previous = id;
        }
        return root.Root();
    }
}
