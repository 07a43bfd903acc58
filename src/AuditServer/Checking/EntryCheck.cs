using AuditCore.Ledger;
using AuditServer.Ledger;
using AuditServer.Replay;
using AuditServer.Sequencing;

namespace AuditServer.Checking;

/// <summary>Checks entries one after the other, each by itself and against the one before.</summary>
internal sealed class EntryCheck(Damages found, RedactionCheck redactions)
{
    private readonly List<ReplayedAccess> digests = [];
    private FoundEntry? before;

    /// <summary>The digests of the access log that were met since this was last asked.</summary>
    public IReadOnlyList<ReplayedAccess> TakeDigests()
    {
        ReplayedAccess[] met = [.. digests];
        digests.Clear();
        return met;
    }

    /// <summary>Checks the next entry.</summary>
    /// <returns>The hash of its leaf; null when it has none.</returns>
    public byte[]? LeafHashOf(FoundEntry entry)
    {
        if (before is not null && entry.AcceptedMicros < before.AcceptedMicros)
        {
            (long now, long earlier) = (entry.AcceptedMicros, before.AcceptedMicros);
            found.Add(Damage.OfEntry(entry.Index, $"was accepted at {now} µs, before entry {before.Index}, which was at {earlier} µs"));
        }

        before = entry;
        CheckPayload(entry);
        return entry.Key is { } key ? LeafHashOf(entry, key) : null;
    }

    private void CheckPayload(FoundEntry entry)
    {
        if (entry.Key is null)
        {
            found.Add(Damage.OfEntry(entry.Index, "the row of its sending system is missing"));
        }

        if (entry.Residue is not null)
        {
            CheckErased(entry);
            return;
        }

        if (entry.Salt is null || entry.Payload is null)
        {
            found.Add(Damage.OfEntry(entry.Index, "what it holds is missing"));
            return;
        }

        byte[] digest = EntryDigest.Of(entry.Salt, entry.Payload);
        if (!digest.AsSpan().SequenceEqual(entry.Digest))
        {
            found.Add(Damage.OfEntry(
                entry.Index, $"salt and payload have the digest {Hex(digest)}, and the entry was stored with {Hex(entry.Digest)}"));
        }
        else if (entry.Whole is { } whole)
        {
            CheckMeaning(whole);
        }
    }

    /// <summary>What was erased has no digest to be held against; what is left of it is of its kind and sender, and its redaction tells the rest.</summary>
    private void CheckErased(FoundEntry entry)
    {
        redactions.Erased(entry);
        if (entry.Salt is not null || entry.Payload is not null)
        {
            found.Add(Damage.OfEntry(entry.Index, $"is said to be erased by entry {entry.RedactedBy}, and what it held is there"));
        }

        if ((entry with { Salt = null, Payload = null }).Whole is { } left)
        {
            CheckMeaning(left);
        }
    }

    /// <summary>The payload is of its kind, and of the sender and request id under which it stands.</summary>
    private void CheckMeaning(StoredEntry entry)
    {
        try
        {
            switch (PayloadReader.Read(entry))
            {
                case ReplayedRedaction redaction:
                    redactions.Met(redaction);
                    break;
                case ReplayedAccess digest:
                    digests.Add(digest);
                    break;
            }
        }
        catch (EntryRefusedException refused)
        {
            found.Add(Damage.OfEntry(entry.Index, refused.Reason));
        }
    }

    private byte[]? LeafHashOf(FoundEntry entry, RequestKey key)
    {
        try
        {
            return TreeHash.Leaf(EntryLeaf.Of(new StoredEntry(entry.Index, entry.Kind, key, entry.AcceptedMicros, [], [], entry.Digest)));
        }
        catch (FormatException wrong)
        {
            found.Add(Damage.OfEntry(entry.Index, wrong.Message.ReplaceLineEndings(" ")));
            return null;
        }
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
