using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace AuditClient.Tests.Verification;

/// <summary>A small log that a server in the test keeps, and can be made to lie about.</summary>
internal sealed class EvidenceLog
{
    private static readonly DateTime Accepted = new(2026, 3, 1, 12, 30, 0, DateTimeKind.Utc);

    private readonly Lock gate = new();
    private readonly TestLog key;
    private readonly List<byte[]> leaves = [];
    private readonly List<(byte[] Salt, byte[] Stored)> payloads = [];
    private readonly Dictionary<int, long> erased = [];
    private readonly PlainTree tree;

    public EvidenceLog(TestLog? key = null)
    {
        this.key = key ?? new TestLog();
        tree = new PlainTree(leaves);
    }

    public string VerifierKey => key.VerifierKey;

    public int Size => leaves.Count;

    /// <summary>Appends an update and gives its receipt with the proof in the tree that it completes.</summary>
    public Receipt Append(IncidentUpdate update)
    {
        lock (gate)
        {
            int index = Append(update.Sender.Force, update.Sender.SourceSystem, update.Sender.RequestId, "incident", update.ToByteArray());
            return ReceiptOf(index);
        }
    }

    /// <summary>Erases an entry as a redaction does that names it, or another one.</summary>
    /// <returns>The receipt that a replay of the entry gets.</returns>
    public Receipt Redact(int index, int named, string kind = "redaction")
    {
        lock (gate)
        {
            string force = Encoding.UTF8.GetString(leaves[index]).Split('\n')[1];
            var redaction = new Redaction { Residues = { new EntryResidue { EntryIndex = named } } };
            erased[index] = Append(force, "ledger/redactions", $"erase {index}", kind, redaction.ToByteArray());
            Receipt replay = ReceiptOf(index);
            (replay.Replayed, replay.RedactedBy) = (true, erased[index]);
            return replay;
        }
    }

    public EvidenceLog Fill(int from, int to)
    {
        for (int number = from; number <= to; number++)
        {
            Append(TestUpdates.Number(number));
        }

        return this;
    }

    public string Note() => key.Note(Size, tree.Root(Size));

    /// <summary>What entries hold is not the caller's to read.</summary>
    public bool IsClosed { get; set; }

    public EntryProof ProofOf(int index)
    {
        var proof = new EntryProof
        {
            LeafText = ByteString.CopyFrom(leaves[index]),
            Checkpoint = Note(),
            InclusionPath = { tree.Inclusion(index, Size).Select(ByteString.CopyFrom) },
        };
        if (erased.TryGetValue(index, out long redaction))
        {
            proof.RedactedBy = redaction;
        }
        else if (!IsClosed)
        {
            (proof.Salt, proof.StoredBytes) = (ByteString.CopyFrom(payloads[index].Salt), ByteString.CopyFrom(payloads[index].Stored));
        }

        return proof;
    }

    /// <summary>The entries as they are read, with what they hold.</summary>
    public IEnumerable<LedgerEntry> Entries() => Enumerable.Range(0, Size).Select(i =>
    {
        var entry = new LedgerEntry { EntryIndex = i, LeafText = ByteString.CopyFrom(leaves[i]) };
        if (erased.TryGetValue(i, out long redaction))
        {
            entry.RedactedBy = redaction;
        }
        else
        {
            (entry.Salt, entry.StoredBytes) = (ByteString.CopyFrom(payloads[i].Salt), ByteString.CopyFrom(payloads[i].Stored));
        }

        return entry;
    });

    public GetConsistencyProofResponse Growth(int older, int newer) => new()
    {
        FirstSize = older,
        SecondSize = newer,
        Path = { tree.Consistency(older, newer).Select(ByteString.CopyFrom) },
    };

    private static DateTime TimeOf(int index) => Accepted.AddMicroseconds(index);

    private int Append(string force, string system, string requestId, string kind, byte[] stored)
    {
        int index = Size;
        byte[] salt = [.. Enumerable.Repeat((byte)index, 16)];
        long micros = (TimeOf(index) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        string digest = Convert.ToBase64String(SHA256.HashData([.. salt, .. stored]));
        leaves.Add(Encoding.UTF8.GetBytes($"crimeaudit-leaf/1\n{force}\n{system}\n{requestId}\n{kind}\n{micros}\n{digest}\n"));
        payloads.Add((salt, stored));
        return index;
    }

    private Receipt ReceiptOf(int index) =>
        new() { EntryIndex = index, AcceptedTime = Timestamp.FromDateTime(TimeOf(index)), Proof = ProofOf(index) };
}
