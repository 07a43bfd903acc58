using AuditCore.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Ledger;

/// <summary>Leaf texts of entries.</summary>
internal static class EntryLeaf
{
    /// <summary>The leaf text of an entry that is being appended.</summary>
    public static byte[] Of(Entry entry) => Of(entry.Key, entry.Kind, entry.AcceptedMicros, entry.Digest);

    /// <summary>The leaf text of a stored entry.</summary>
    /// <exception cref="FormatException">The entry has no leaf text: a part of its key cannot stand on a line, or its time lies before 1970.</exception>
    public static byte[] Of(StoredEntry entry)
    {
        try
        {
            return Of(entry.Key, entry.Kind, entry.AcceptedMicros, entry.Digest);
        }
        catch (ArgumentException wrong)
        {
            throw new FormatException($"has no leaf text: {wrong.Message}", wrong);
        }
    }

    private static byte[] Of(RequestKey key, EntryKind kind, long acceptedMicros, byte[] digest) =>
        LeafText.Of(key.Force, key.SourceSystem, key.RequestId, EntryKinds.NameOf(kind), acceptedMicros, digest);
}
