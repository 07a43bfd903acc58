using AuditCore.Ledger;
using AuditServer.Errors;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Ledger;

/// <summary>Checkpoints and proofs as they are asked for, each answer from one moment.</summary>
internal sealed class LedgerQueries(ILedgerReads reads, CheckpointSigner signer, SubtreeHashes known)
{
    public async Task<GetCheckpointResponse> GetCheckpointAsync(CancellationToken cancel)
    {
        await using ILedgerSnapshot snapshot = await reads.SnapshotAsync(cancel);
        LedgerProofs proofs = await LedgerProofs.OfAsync(snapshot, signer, cancel, known);
        // What is signed must be what the tiles hold.
        await proofs.RootAsync(proofs.Latest.Size, cancel);
        return new GetCheckpointResponse
        {
            Checkpoint = proofs.Latest.Note.ToString(),
            TreeSize = proofs.Latest.Size,
            RootHash = ByteString.CopyFrom(proofs.Latest.Root),
            VerifierKeys = { signer.Verifiers.Select(v => v.ToString()) },
        };
    }

    public async Task<GetInclusionProofResponse> ProveInclusionAsync(GetInclusionProofRequest request, CancellationToken cancel)
    {
        RequireNumbers(("entry_index", request.EntryIndex), ("tree_size", request.TreeSize));
        await using ILedgerSnapshot snapshot = await reads.SnapshotAsync(cancel);
        LedgerProofs proofs = await LedgerProofs.OfAsync(snapshot, signer, cancel, known);
        long size = SizeOf("tree_size", request.TreeSize, proofs);
        byte[] leaf = LedgerProofs.LeafOf(await ReadAsync(snapshot, request.EntryIndex, size, cancel));
        // The path is checked against what was signed: a root made of the tiles again would say no more.
        byte[] root = size == proofs.Latest.Size ? proofs.Latest.Root : await proofs.RootAsync(size, cancel);
        return new GetInclusionProofResponse
        {
            EntryIndex = request.EntryIndex,
            TreeSize = size,
            LeafText = ByteString.CopyFrom(leaf),
            RootHash = ByteString.CopyFrom(root),
            Path = { Bytes(await proofs.InclusionAsync(leaf, request.EntryIndex, size, root, cancel)) },
            Checkpoint = (await proofs.FindSignedAsync(size, root, signer, cancel))?.Note.ToString() ?? "",
        };
    }

    public async Task<GetConsistencyProofResponse> ProveConsistencyAsync(GetConsistencyProofRequest request, CancellationToken cancel)
    {
        RequireNumbers(("first_size", request.FirstSize), ("second_size", request.SecondSize));
        await using ILedgerSnapshot snapshot = await reads.SnapshotAsync(cancel);
        LedgerProofs proofs = await LedgerProofs.OfAsync(snapshot, signer, cancel, known);
        long first = request.FirstSize;
        long second = SizeOf("second_size", request.SecondSize, proofs);
        if (first > second)
        {
            throw first > proofs.Latest.Size
                ? Faults.TreeSizeBeyondLog("first_size", first, proofs.Latest.Size)
                : Faults.InvalidFields([new Violation("first_size", $"is {first}, more than second_size, {second}")]);
        }

        byte[] firstRoot = await proofs.RootAsync(first, cancel);
        byte[] secondRoot = await proofs.RootAsync(second, cancel);
        return new GetConsistencyProofResponse
        {
            FirstSize = first,
            FirstRootHash = ByteString.CopyFrom(firstRoot),
            SecondSize = second,
            SecondRootHash = ByteString.CopyFrom(secondRoot),
            Path = { Bytes(await proofs.ConsistencyAsync(first, firstRoot, second, secondRoot, cancel)) },
            Checkpoint = (await proofs.FindSignedAsync(second, secondRoot, signer, cancel))?.Note.ToString() ?? "",
        };
    }

    public async Task<GetReceiptResponse> GetReceiptAsync(GetReceiptRequest request, Caller caller, CancellationToken cancel)
    {
        ReceiptQuestion question = ReceiptQuestion.Read(request);
        await using ILedgerSnapshot snapshot = await reads.SnapshotAsync(cancel);
        LedgerProofs proofs = await LedgerProofs.OfAsync(snapshot, signer, cancel, known);
        long index = question.Key is { } key
            ? await snapshot.FindIndexAsync(key, cancel) ?? throw Faults.UnknownEntry(question.Asked)
            : question.Index;
        StoredEntry entry = await ReadAsync(snapshot, index, proofs.Latest.Size, cancel);
        ProvedEntry proved = await ProvedEntry.OfAsync(proofs, entry, cancel);
        return new GetReceiptResponse
        {
            EntryIndex = index,
            Proof = proved.ToMessage(withPayload: caller.MayRead(entry)),
            TlogProof = proved.ToTlogProof(),
        };
    }

    private static async Task<StoredEntry> ReadAsync(ILedgerSnapshot snapshot, long index, long size, CancellationToken cancel) =>
        index < size && await snapshot.ReadEntriesAsync(index, 1, cancel) is [{ } entry] && entry.Index == index
            ? entry
            : throw Faults.UnknownEntry(ReceiptQuestion.Text(index));

    private static long SizeOf(string field, long asked, LedgerProofs proofs) =>
        asked <= proofs.Latest.Size
            ? asked == 0 ? proofs.Latest.Size : asked
            : throw Faults.TreeSizeBeyondLog(field, asked, proofs.Latest.Size);

    private static void RequireNumbers(params ReadOnlySpan<(string Field, long Value)> numbers)
    {
        var violations = new Violations();
        foreach ((string field, long value) in numbers)
        {
            if (value < 0)
            {
                violations.Add(field, "is negative");
            }
        }

        violations.ThrowIfAny();
    }

    private static IEnumerable<ByteString> Bytes(IReadOnlyList<byte[]> path) => path.Select(p => ByteString.CopyFrom(p));
}
