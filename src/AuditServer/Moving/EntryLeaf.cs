using AuditCore.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Moving;

/// <summary>Leaf texts of stored entries.</summary>
internal static class EntryLeaf
{
    /// <exception cref="FormatException">The entry has no leaf text: a part of its key cannot stand on a line, or its time lies before 1970.</exception>
    public static byte[] Of(StoredEntry entry)
    {
        try
        {
            return LeafText.Of(
                entry.Key.Force, entry.Key.SourceSystem, entry.Key.RequestId, EntryKinds.NameOf(entry.Kind), entry.AcceptedMicros, entry.Digest);
        }
        catch (ArgumentException wrong)
        {
            throw new FormatException($"has no leaf text: {wrong.Message}", wrong);
        }
    }
}
