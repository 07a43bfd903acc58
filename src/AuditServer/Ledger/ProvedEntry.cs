using AuditCore.Ledger;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Ledger;

/// <summary>An entry with its proof in the tree of a checkpoint.</summary>
internal sealed record ProvedEntry(StoredEntry Entry, byte[] LeafText, IReadOnlyList<byte[]> Path, SignedNote Checkpoint)
{
    public static Task<ProvedEntry> OfAsync(LedgerProofs proofs, StoredEntry entry, CancellationToken cancel) =>
        OfAsync(proofs, entry, proofs.Latest, cancel);

    /// <summary>Proves an entry in a signed tree that holds it and that the latest is known to have grown from.</summary>
    public static async Task<ProvedEntry> OfAsync(LedgerProofs proofs, StoredEntry entry, SignedTree tree, CancellationToken cancel)
    {
        LedgerProofs.RequireDigest(entry);
        byte[] leaf = LedgerProofs.LeafOf(entry);
        return new ProvedEntry(entry, leaf, await proofs.InclusionAsync(leaf, entry.Index, tree.Size, tree.Root, cancel), tree.Note);
    }

    /// <summary>The proof in its parts. What is left of an erased entry is in its redaction, and is no part of it.</summary>
    public EntryProof ToMessage(bool withPayload)
    {
        var proof = new EntryProof
        {
            LeafText = ByteString.CopyFrom(LeafText),
            Checkpoint = Checkpoint.ToString(),
            InclusionPath = { Path.Select(p => ByteString.CopyFrom(p)) },
        };
        if (Entry.RedactedBy is { } redaction)
        {
            proof.RedactedBy = redaction;
        }
        else if (withPayload)
        {
            (proof.Salt, proof.StoredBytes) = (ByteString.CopyFrom(Entry.Salt), ByteString.CopyFrom(Entry.Payload));
        }

        return proof;
    }

    /// <summary>The proof as one text. The leaf text comes along, so that whoever has the file has all that it takes.</summary>
    public string ToTlogProof() => new TlogProof(Entry.Index, Path, Checkpoint, LeafText).ToText();
}
