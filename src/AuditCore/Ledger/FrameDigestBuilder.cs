using System.Text;

namespace AuditCore.Ledger;

/// <summary>
/// The digest of a frame of several strata, one unit at a time: the <see cref="MerkleRoot"/> over the UTF-8 of the unit ids, stratum by
/// stratum in plan order, each in ordinal order. Not for several threads at a time.
/// </summary>
public sealed class FrameDigestBuilder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly MerkleRoot root = new();
    private int stratum = -1;
    private string previous = "";

    /// <summary>Units added so far.</summary>
    public long Count => root.Count;

    /// <summary>Adds the next unit.</summary>
    /// <param name="stratum">Place of its stratum in the plan, from 0.</param>
    /// <param name="unitId">Its id.</param>
    /// <exception cref="ArgumentException">The unit stands before the one added last, or is the same, or is not well-formed Unicode.</exception>
    public void Add(int stratum, string unitId)
    {
        ArgumentException.ThrowIfNullOrEmpty(unitId);
        if (stratum < this.stratum || (stratum == this.stratum && string.CompareOrdinal(previous, unitId) >= 0))
        {
            throw new ArgumentException(
                $"Unit ids must be in ordinal order and unique in each stratum: '{unitId}' follows '{previous}'.", nameof(unitId));
        }

        (this.stratum, previous) = (stratum, unitId);
        root.Add(Strict.GetBytes(unitId));
    }

    /// <summary>Adds the next unit, whose id was erased. That it stands where it did is what the caller knows.</summary>
    /// <param name="stratum">Place of its stratum in the plan, from 0.</param>
    /// <param name="leafHash">The leaf that its id made: 32 bytes, as <see cref="LeafOf"/>.</param>
    /// <exception cref="ArgumentException">The stratum stands before that of the unit added last.</exception>
    public void AddErased(int stratum, ReadOnlySpan<byte> leafHash)
    {
        if (stratum < this.stratum)
        {
            throw new ArgumentException($"Strata must be in plan order: {stratum} follows {this.stratum}.", nameof(stratum));
        }

        previous = stratum == this.stratum ? previous : "";
        this.stratum = stratum;
        root.AddHash(leafHash);
    }

    /// <summary>The digest of the units added so far.</summary>
    /// <returns>32 bytes; for an empty frame the root of the empty tree.</returns>
    public byte[] Root() => root.Root();

    /// <summary>The digest of units in an order that is itself the statement, such as that of a draw.</summary>
    /// <param name="unitIds">The ids; read once.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="ArgumentException">An id is not well-formed Unicode.</exception>
    public static byte[] OfSequence(IEnumerable<string> unitIds)
    {
        ArgumentNullException.ThrowIfNull(unitIds);
        return OfLeaves(unitIds.Select(LeafOf));
    }

    /// <summary>As <see cref="OfSequence"/>, of the leaves that the ids make: of an id that was erased its leaf is what is left.</summary>
    /// <param name="leafHashes">32 bytes each; read once.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] OfLeaves(IEnumerable<byte[]> leafHashes)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        MerkleRoot root = new();
        foreach (byte[] leaf in leafHashes)
            root.AddHash(leaf);
        return root.Root();
    }

    /// <summary>The leaf that a unit makes in a digest.</summary>
    /// <param name="unitId">Its id.</param>
    /// <returns>SHA-256(0x00 ‖ UTF-8 of the id).</returns>
    /// <exception cref="ArgumentException">The id is not well-formed Unicode.</exception>
    public static byte[] LeafOf(string unitId) => TreeHash.Leaf(Strict.GetBytes(unitId));
}
