using System.Globalization;
using System.Text;
using AuditCore.Ledger;

namespace AuditCore.Evidence;

/// <summary>The digest that a final audit holds of its steps, so that none can be kept back from whoever is handed them.</summary>
public static class StepsDigest
{
    /// <summary>The <see cref="MerkleRoot"/> over the indexes of entries in decimals, without sign or leading zeros.</summary>
    /// <param name="entryIndexes">Indexes of all steps before the final one, in the order of the log; read once.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] Of(IEnumerable<long> entryIndexes)
    {
        ArgumentNullException.ThrowIfNull(entryIndexes);
        MerkleRoot root = new();
        foreach (long index in entryIndexes)
            root.Add(Encoding.ASCII.GetBytes(index.ToString(CultureInfo.InvariantCulture)));
        return root.Root();
    }
}
