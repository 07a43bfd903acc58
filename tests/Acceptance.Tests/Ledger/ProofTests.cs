using System.Text;
using Acceptance.Tests.Support;
using AuditCore.Ledger;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;

namespace Acceptance.Tests.Ledger;

/// <summary>The log as evidence, as anybody gets it over the wire.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class ProofTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Entries = 20;

    [Fact]
    public async Task The_signed_root_is_that_of_a_recount_over_the_leaf_texts()
    {
        await using TService told = await EmptyServiceAsync();
        await WriteAsync(told, Enumerable.Range(0, 1_500).Select(i => Told.Report("kent", $"r{i}")));
        ILedgerClient ledger = told.Reader("essex").Ledger;
        List<LedgerEntry> entries = await AllAsync(ledger.ReadEntriesAsync(cancellationToken: Cancel));
        GetCheckpointResponse checkpoint = await ledger.GetCheckpointAsync(Cancel);

        Assert.Equal(Enumerable.Range(0, 1_500).Select(i => (long)i), entries.Select(e => e.EntryIndex));
        byte[] root = PlainVerifier.Root([.. entries.Select(e => e.LeafText.ToByteArray())]);
        (long size, byte[] signed) = PlainVerifier.Open(checkpoint.Checkpoint, Assert.Single(checkpoint.VerifierKeys));
        Assert.Equal((1_500, 1_500), (size, checkpoint.TreeSize));
        Assert.Equal(root, signed);
        Assert.Equal(root, checkpoint.RootHash.ToByteArray());
        AsOf asOf = (await told.Lead().Rates.GetAccountedForAsync("kent", cancellationToken: Cancel)).AsOf;
        Assert.Equal((1_500, ByteString.CopyFrom(root)), (asOf.TreeSize, asOf.RootHash));
    }

    [Fact]
    public async Task Every_entry_is_proved_in_every_tree_that_holds_it()
    {
        await using TService told = await TellAsync();
        ILedgerClient ledger = told.Reader("kent").Ledger;
        byte[][] leaves = [.. (await AllAsync(ledger.ReadEntriesAsync(cancellationToken: Cancel))).Select(e => e.LeafText.ToByteArray())];
        for (int size = 1; size <= Entries; size++)
        {
            byte[] root = PlainVerifier.Root(leaves.AsSpan(0, size));
            for (int index = 0; index < size; index++)
            {
                GetInclusionProofResponse proof = await ledger.GetInclusionProofAsync(index, size, Cancel);
                Assert.Equal((index, size), (proof.EntryIndex, proof.TreeSize));
                Assert.Equal(root, proof.RootHash.ToByteArray());
                Assert.Equal(leaves[index], proof.LeafText.ToByteArray());
                var downwards = new Queue<byte[]>(proof.Path.Reverse().Select(p => p.ToByteArray()));
                Assert.Equal(root, PlainVerifier.RootOfPath(leaves[index], index, size, downwards));
            }
        }
    }

    [Fact]
    public async Task Every_tree_is_proved_to_be_the_beginning_of_every_later_one()
    {
        await using TService told = await TellAsync();
        ILedgerClient ledger = told.Lead().Ledger;
        string key = Assert.Single((await ledger.GetCheckpointAsync(Cancel)).VerifierKeys);
        for (int second = 0; second <= Entries; second++)
        {
            for (int first = 0; first <= (second == 0 ? Entries : second); first++)
            {
                GetConsistencyProofResponse proof = await ledger.GetConsistencyProofAsync(first, second, Cancel);
                Assert.Equal((first, second == 0 ? Entries : second), (proof.FirstSize, proof.SecondSize));
                Assert.Equal(ProofVerdict.Valid, ConsistencyProof.Check(
                    proof.FirstSize, proof.FirstRootHash.Span, proof.SecondSize, proof.SecondRootHash.Span, [.. proof.Path.Select(p => p.ToByteArray())]));
                // One update a turn, so every size was signed.
                (long size, byte[] root) = PlainVerifier.Open(proof.Checkpoint, key);
                Assert.Equal((proof.SecondSize, proof.SecondRootHash), (size, ByteString.CopyFrom(root)));
            }
        }
    }

    [Fact]
    public async Task A_receipt_that_was_kept_is_checked_by_whoever_has_the_key()
    {
        await using TService told = await TellAsync();
        ILedgerClient ledger = told.Submitter("kent").Ledger;
        string key = Assert.Single((await ledger.GetCheckpointAsync(Cancel)).VerifierKeys);
        IncidentUpdate update = Told.Report("kent", "kept");
        await SubmitAsync(told, update);
        await SubmitAsync(told, Told.Report("kent", "later"));

        GetReceiptResponse byKey = await ledger.GetReceiptAsync(update.Sender, Cancel);
        GetReceiptResponse byIndex = await ledger.GetReceiptAsync(byKey.EntryIndex, Cancel);
        Assert.Equal(byIndex, byKey);
        Assert.Equal(Entries, PlainVerifier.Check(byKey.TlogProof, byKey.Proof.LeafText.ToByteArray(), key));
        PlainVerifier.Check(byKey.Proof, Entries, key);
        Assert.Equal(update, IncidentUpdate.Parser.ParseFrom(byKey.Proof.StoredBytes));
        string[] leaf = Encoding.UTF8.GetString(byKey.Proof.LeafText.Span).Split('\n');
        Assert.Equal(["crimeaudit-leaf/1", "kent", "storm", update.Sender.RequestId, "incident"], leaf[..5]);

        // Others are proved that it is there, and not told what it is.
        GetReceiptResponse ofOthers = await told.Reader("essex").Ledger.GetReceiptAsync(update.Sender, Cancel);
        Assert.Equal((byKey.TlogProof, ByteString.Empty, ByteString.Empty), (ofOthers.TlogProof, ofOthers.Proof.Salt, ofOthers.Proof.StoredBytes));
    }

    [Fact]
    public async Task Receipts_carry_their_proof_when_it_is_asked_for()
    {
        await using TService told = await TellAsync();
        CrimeAuditClient force = told.Submitter("kent");
        string key = Assert.Single((await force.Ledger.GetCheckpointAsync(Cancel)).VerifierKeys);
        IncidentUpdate[] updates = [.. Enumerable.Range(0, 5).Select(i => Told.Report("kent", $"proved{i}"))];
        var receipts = new List<Receipt>
        {
            (await force.Incidents.SubmitAsync(new SubmitIncidentRequest { Update = updates[0], WantProof = true }, Cancel)).Receipt,
        };
        // The first again: a replay is proved as well, between two that are new.
        receipts.AddRange((await force.Incidents.SubmitBatchAsync(
            new BatchSubmitIncidentsRequest { Updates = { updates[1], updates[0], updates[2] }, WantProofs = true }, Cancel)).Receipts);
        receipts.AddRange(await StreamAsync(force, new StreamIncidentsRequest { FirstSequence = 1, Updates = { updates[3], updates[4] }, WantProofs = true }));

        Assert.Equal([0L, 1, 0, 2, 3, 4], receipts.Select(r => r.EntryIndex - Entries));
        Assert.All(receipts, receipt => PlainVerifier.Check(receipt.Proof, receipt.EntryIndex, key));
        Assert.Null((await force.Incidents.SubmitAsync(new SubmitIncidentRequest { Update = updates[0] }, Cancel)).Receipt.Proof);
    }

    [Fact]
    public async Task What_cannot_be_proved_is_refused_by_name()
    {
        await using TService told = await TellAsync();
        ILedgerClient ledger = told.Lead().Ledger;
        await AssertRefusedAsync(ErrorReason.UnknownEntry, () => ledger.GetInclusionProofAsync(Entries, cancellationToken: Cancel));
        await AssertRefusedAsync(ErrorReason.UnknownEntry, () => ledger.GetInclusionProofAsync(5, 5, Cancel));
        await AssertRefusedAsync(ErrorReason.UnknownEntry, () => ledger.GetReceiptAsync(long.MaxValue, Cancel));
        await AssertRefusedAsync(
            ErrorReason.UnknownEntry, () => ledger.GetReceiptAsync(new Sender { Force = "kent", SourceSystem = "storm", RequestId = "never" }, Cancel));
        await AssertRefusedAsync(ErrorReason.TreeSizeBeyondLog, () => ledger.GetInclusionProofAsync(0, Entries + 1, Cancel));
        await AssertRefusedAsync(ErrorReason.TreeSizeBeyondLog, () => ledger.GetConsistencyProofAsync(1, long.MaxValue, Cancel));
        await AssertRefusedAsync(ErrorReason.TreeSizeBeyondLog, () => ledger.GetConsistencyProofAsync(Entries + 1, cancellationToken: Cancel));
        await AssertRefusedAsync(ErrorReason.InvalidFields, () => ledger.GetConsistencyProofAsync(3, 2, Cancel), "first_size");
        await AssertRefusedAsync(ErrorReason.InvalidFields, () => ledger.GetInclusionProofAsync(-1, -1, Cancel), "entry_index", "tree_size");
        await AssertRefusedAsync(
            ErrorReason.InvalidFields, () => ledger.GetReceiptAsync(new GetReceiptRequest { Force = "kent" }, Cancel), "source_system", "request_id");
        await AssertRefusedAsync(
            ErrorReason.InvalidFields, () => ledger.GetReceiptAsync(new GetReceiptRequest { EntryIndex = 1, Force = "kent" }, Cancel), "force");
        await AssertRefusedAsync(
            ErrorReason.InvalidFields,
            () => AllAsync(ledger.ReadEntriesAsync(new ReadEntriesRequest { FromIndex = -1, MostEntries = -1 }, Cancel)),
            "from_index",
            "most_entries");
    }

    [Fact]
    public async Task Entries_are_read_from_any_index_and_as_many_as_wanted()
    {
        await using TService told = await TellAsync();
        ILedgerClient ledger = told.Lead().Ledger;
        async Task<long[]> IndexesAsync(long from, long most) =>
            [.. (await AllAsync(ledger.ReadEntriesAsync(new ReadEntriesRequest { FromIndex = from, MostEntries = most }, Cancel))).Select(e => e.EntryIndex)];

        Assert.Equal(new long[] { 7, 8, 9 }, await IndexesAsync(7, 3));
        Assert.Equal(new long[] { 18, 19 }, await IndexesAsync(18, 0));
        Assert.Equal(new long[] { 18, 19 }, await IndexesAsync(18, long.MaxValue));
        Assert.Empty(await IndexesAsync(Entries, 0));
        Assert.Empty(await IndexesAsync(long.MaxValue, long.MaxValue));
    }

    /// <summary>A log of a few entries, each of a turn of its own.</summary>
    private static async Task<TService> TellAsync()
    {
        TService told = await EmptyServiceAsync();
        await SubmitAsync(told, [.. Enumerable.Range(0, Entries).Select(i => Told.Report("kent", $"r{i}"))]);
        return told;
    }

    private static async Task<IEnumerable<Receipt>> StreamAsync(CrimeAuditClient force, StreamIncidentsRequest request)
    {
        using var call = force.Raw.Incidents.StreamIncidents(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(request, Cancel);
        await call.RequestStream.CompleteAsync();
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        return call.ResponseStream.Current.Results.Select(r => r.Receipt);
    }

    private static async Task AssertRefusedAsync(ErrorReason reason, Func<Task> call, params string[] fields)
    {
        CrimeAuditException refused = await Assert.ThrowsAnyAsync<CrimeAuditException>(call);
        Assert.Equal(reason, refused.Reason);
        if (fields.Length > 0)
        {
            Assert.Equal(fields, refused.Violations.Select(v => v.Field));
        }
    }
}
