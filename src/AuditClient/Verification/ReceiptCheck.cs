using CrimeAudit.V1;
using Google.Protobuf;

namespace CrimeAudit.Client;

/// <summary>Checks that a receipt's proof is of the update that was sent: the bytes that are stored, the leaf, and its place in the tree.</summary>
internal static class ReceiptCheck
{
    private const string Kind = "incident";
    private const long TicksAMicrosecond = TimeSpan.TicksPerMicrosecond;

    public static void Require(IncidentUpdate sent, Receipt receipt, EntryProof proof, LogCheckpoint checkpoint)
    {
        byte[] leaf = proof.LeafText.ToByteArray();
        EntryLeaf lines = EntryLeaf.Parse(leaf);
        if (lines.Force != sent.Sender.Force || lines.SourceSystem != sent.Sender.SourceSystem || lines.RequestId != sent.Sender.RequestId
            || lines.Kind != Kind || lines.AcceptedMicros != MicrosOf(receipt))
        {
            throw new ProofRejectedException(ProofFault.OtherEntry, "The leaf is of another update, or of another time, than the receipt.");
        }

        // Of what was erased nothing is left to be compared: that an entry of this name is in the log is all that can be shown.
        if (!proof.HasRedactedBy)
        {
            lines.RequireDigestOf(proof.Salt.Span, proof.StoredBytes.Span);
            RequireSame(sent, proof.StoredBytes);
        }

        RequireInclusion(receipt.EntryIndex, leaf, proof, checkpoint);
    }

    /// <summary>Requires that the entry which is said to have erased another is in the log, is a redaction of the force, and names the other.</summary>
    /// <param name="force">The force whose entry was erased.</param>
    /// <param name="erasedIndex">That entry.</param>
    /// <param name="redactedBy">The entry that is said to have erased it.</param>
    /// <param name="proof">Its proof.</param>
    /// <param name="checkpoint">What the proof's checkpoint says.</param>
    public static void RequireRedaction(string force, long erasedIndex, long redactedBy, EntryProof proof, LogCheckpoint checkpoint)
    {
        byte[] leaf = proof.LeafText.ToByteArray();
        EntryLeaf lines = EntryLeaf.Parse(leaf);
        if (!ErasedEntries.IsRedaction(lines, force) || redactedBy <= erasedIndex)
        {
            throw NotErased(erasedIndex, redactedBy);
        }

        // A redaction that holds what is left of reviews is not everybody's to read.
        if (!proof.StoredBytes.IsEmpty)
        {
            lines.RequireDigestOf(proof.Salt.Span, proof.StoredBytes.Span);
            if (!ErasedEntries.NamedBy(proof.StoredBytes).Contains(erasedIndex))
            {
                throw NotErased(erasedIndex, redactedBy);
            }
        }

        RequireInclusion(redactedBy, leaf, proof, checkpoint);
    }

    private static ProofRejectedException NotErased(long erased, long redaction) => new(
        ProofFault.NotErased, $"Entry {erased} is said to be erased by entry {redaction}, which is no redaction of it.");

    private static void RequireInclusion(long index, byte[] leaf, EntryProof proof, LogCheckpoint checkpoint) => MerkleProofs.RequireInclusion(
        MerkleProofs.LeafHash(leaf),
        index,
        checkpoint.Size,
        checkpoint.RootHash,
        [.. proof.InclusionPath.Select(h => h.ToByteArray())]);

    private static void RequireSame(IncidentUpdate sent, ByteString stored)
    {
        IncidentUpdate read;
        try
        {
            read = IncidentUpdate.Parser.ParseFrom(stored);
        }
        catch (InvalidProtocolBufferException)
        {
            throw new ProofRejectedException(ProofFault.StoredBytesDiffer, "The stored bytes are no update.");
        }

        if (!read.Equals(sent))
        {
            throw new ProofRejectedException(ProofFault.StoredBytesDiffer, "The stored bytes are another update than was sent.");
        }
    }

    private static long MicrosOf(Receipt receipt) =>
        (receipt.AcceptedTime.ToDateTime().Ticks - DateTime.UnixEpoch.Ticks) / TicksAMicrosecond;
}
