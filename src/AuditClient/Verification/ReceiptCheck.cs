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

        lines.RequireDigestOf(proof.Salt.Span, proof.StoredBytes.Span);
        RequireSame(sent, proof.StoredBytes);
        MerkleProofs.RequireInclusion(
            MerkleProofs.LeafHash(leaf),
            receipt.EntryIndex,
            checkpoint.Size,
            checkpoint.RootHash,
            [.. proof.InclusionPath.Select(h => h.ToByteArray())]);
    }

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
