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
            int index = Size;
            byte[] salt = [.. Enumerable.Repeat((byte)index, 16)];
            byte[] stored = update.ToByteArray();
            DateTime time = Accepted.AddMicroseconds(index);
            long micros = (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
            string digest = Convert.ToBase64String(SHA256.HashData([.. salt, .. stored]));
            leaves.Add(Encoding.UTF8.GetBytes(
                $"crimeaudit-leaf/1\n{update.Sender.Force}\n{update.Sender.SourceSystem}\n{update.Sender.RequestId}\nincident\n{micros}\n{digest}\n"));
            payloads.Add((salt, stored));
            return new Receipt { EntryIndex = index, AcceptedTime = Timestamp.FromDateTime(time), Proof = ProofOf(index) };
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

    public EntryProof ProofOf(int index) => new()
    {
        LeafText = ByteString.CopyFrom(leaves[index]),
        Salt = ByteString.CopyFrom(payloads[index].Salt),
        StoredBytes = ByteString.CopyFrom(payloads[index].Stored),
        Checkpoint = Note(),
        InclusionPath = { tree.Inclusion(index, Size).Select(ByteString.CopyFrom) },
    };

    /// <summary>The entries as they are read, with what they hold.</summary>
    public IEnumerable<LedgerEntry> Entries() => Enumerable.Range(0, Size).Select(i => new LedgerEntry
    {
        EntryIndex = i,
        LeafText = ByteString.CopyFrom(leaves[i]),
        Salt = ByteString.CopyFrom(payloads[i].Salt),
        StoredBytes = ByteString.CopyFrom(payloads[i].Stored),
    });

    public GetConsistencyProofResponse Growth(int older, int newer) => new()
    {
        FirstSize = older,
        SecondSize = newer,
        Path = { tree.Consistency(older, newer).Select(ByteString.CopyFrom) },
    };
}
