using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace AuditClient.Tests.Verification;

public sealed class VerifiedReceiptTests : IAsyncLifetime
{
    private readonly MemoryCheckpointStore store = new();
    private readonly TestClock clock = new();
    private EvidenceLog log = new EvidenceLog().Fill(1, 5);
    private Action<Receipt> lie = _ => { };
    private FakeServer server = null!;

    public static TheoryData<string, ProofFault> Lies => new()
    {
        { "no proof", ProofFault.ProofWithheld },
        { "another index", ProofFault.RootDiffers },
        { "an index beyond the tree", ProofFault.IndexOutsideTree },
        { "another accepted time", ProofFault.OtherEntry },
        { "another entry's proof", ProofFault.OtherEntry },
        { "a leaf of no form", ProofFault.LeafMalformed },
        { "a leaf with a line more", ProofFault.LeafMalformed },
        { "another salt", ProofFault.DigestDiffers },
        { "other stored bytes", ProofFault.DigestDiffers },
        { "hashes of the path exchanged", ProofFault.RootDiffers },
        { "a path cut short", ProofFault.PathTooShort },
        { "a path padded", ProofFault.PathTooLong },
        { "a short hash", ProofFault.HashNotCanonical },
        { "a damaged checkpoint", ProofFault.SignatureWrong },
        { "a checkpoint of an impostor", ProofFault.NoTrustedSignature },
    };

    public async ValueTask InitializeAsync()
    {
        server = await FakeServer.StartAsync();
        server.Ledger.Logs = _ => log;
        server.Incidents.Submit = (request, _) =>
        {
            Receipt receipt = log.Append(request.Update);
            receipt.Proof = request.WantProof ? receipt.Proof : null;
            lie(receipt);
            return Task.FromResult(new SubmitIncidentResponse { Receipt = receipt });
        };
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Every_receipt_is_verified_and_the_log_pinned()
    {
        using CrimeAuditClient client = Connect();
        for (int number = 6; number <= 20; number++)
        {
            await client.Incidents.SubmitAsync(TestUpdates.Number(number)).Soon();
        }

        Assert.Equal(log.Note(), await store.FindAsync(TestLog.Origin));
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_lie_is_refused_by_its_name(string what, ProofFault fault)
    {
        lie = receipt => Lie(what, receipt);
        using CrimeAuditClient client = Connect();

        ProofRejectedException rejected =
            await Assert.ThrowsAnyAsync<ProofRejectedException>(() => client.Incidents.SubmitAsync(TestUpdates.Number(6))).Soon();

        Assert.Equal((fault, ErrorReason.Unspecified, StatusCode.DataLoss), (rejected.Fault, rejected.Reason, rejected.StatusCode));
    }

    [Fact]
    public async Task A_log_that_was_rewritten_is_found_out_with_both_notes()
    {
        using CrimeAuditClient client = Connect();
        await client.Incidents.SubmitAsync(TestUpdates.Number(6)).Soon();
        string before = log.Note();
        log = new EvidenceLog().Fill(2, 20);

        TamperDetectedException tampered =
            await Assert.ThrowsAsync<TamperDetectedException>(() => client.Incidents.SubmitAsync(TestUpdates.Number(7))).Soon();

        Assert.Equal((before, log.Note()), (tampered.PinnedNote, tampered.SeenNote));
    }

    [Fact]
    public async Task A_pin_outlives_the_client()
    {
        await store.TryReplaceAsync(TestLog.Origin, new EvidenceLog().Fill(2, 5).Note(), before: null);
        using CrimeAuditClient client = Connect();

        await Assert.ThrowsAsync<TamperDetectedException>(() => client.Incidents.SubmitAsync(TestUpdates.Number(6))).Soon();
    }

    [Fact]
    public async Task A_log_that_stays_smaller_was_rolled_back()
    {
        using CrimeAuditClient client = Connect();
        await client.Incidents.SubmitAsync(TestUpdates.Number(6)).Soon();
        string before = log.Note();
        log = new EvidenceLog().Fill(1, 3);

        Task<SubmitIncidentResponse> submitting = client.Incidents.SubmitAsync(TestUpdates.Number(7));
        Task<LogRolledBackException> thrown = Assert.ThrowsAsync<LogRolledBackException>(() => submitting);
        while (!thrown.IsCompleted)
        {
            await Task.WhenAny(thrown, clock.PassPauseAsync(pause => pause > TimeSpan.Zero)).Soon();
        }

        LogRolledBackException rolledBack = await thrown;
        Assert.Equal((before, log.Note()), (rolledBack.PinnedNote, rolledBack.SeenNote));
        Assert.Equal(before, await store.FindAsync(TestLog.Origin));
    }

    [Fact]
    public async Task A_replica_that_lags_behind_is_asked_again()
    {
        using CrimeAuditClient client = Connect();
        await client.Incidents.SubmitAsync(TestUpdates.Number(6)).Soon();
        EvidenceLog behind = new EvidenceLog().Fill(1, 3);
        int first = server.Ledger.Asked + 1;
        server.Ledger.Logs = call => call == first ? behind : log;

        Task<SubmitIncidentResponse> submitting = client.Incidents.SubmitAsync(TestUpdates.Number(7));
        await clock.PassPauseAsync(pause => pause > TimeSpan.Zero).Soon();

        Assert.Equal(6, (await submitting.Soon()).Receipt.EntryIndex);
        Assert.Equal(first + 1, server.Ledger.Asked);
    }

    [Fact]
    public async Task The_log_is_verified_when_asked()
    {
        using CrimeAuditClient client = Connect();
        Assert.Equal(5, (await client.Ledger.VerifyLogAsync().Soon()).Size);
        log.Fill(6, 9);
        Assert.Equal(9, (await client.Ledger.VerifyLogAsync().Soon()).Size);
        log = new EvidenceLog().Fill(2, 20);

        await Assert.ThrowsAsync<TamperDetectedException>(() => client.Ledger.VerifyLogAsync()).Soon();
    }

    [Fact]
    public async Task Of_a_share_the_proofs_are_asked_for_when_the_service_has_accepted()
    {
        using CrimeAuditClient client = Connect(options => options.Verification.Share = 0.5);
        bool asked = false;
        lie = receipt => asked |= receipt.Proof is not null;
        for (int number = 6; number < 106; number++)
        {
            await client.Incidents.SubmitAsync(TestUpdates.Number(number)).Soon();
        }

        Assert.False(asked);
        Assert.InRange(server.Calls.Calls.Count(c => c.Rpc == "GetReceipt"), 20, 80);
    }

    [Fact]
    public async Task Nothing_is_asked_where_nothing_is_verified()
    {
        using CrimeAuditClient client = Connect(options => options.Verification.Share = 0);
        await client.Incidents.SubmitAsync(TestUpdates.Number(6)).Soon();

        Assert.Equal(0, server.Ledger.Asked);
    }

    [Fact]
    public async Task A_given_key_is_believed_before_what_the_service_says()
    {
        using CrimeAuditClient client = Connect(options => options.Verification.Keys.Add(new TestLog(seed: 7).VerifierKey));

        ProofRejectedException rejected =
            await Assert.ThrowsAsync<ProofRejectedException>(() => client.Incidents.SubmitAsync(TestUpdates.Number(6))).Soon();

        Assert.Equal(ProofFault.NoTrustedSignature, rejected.Fault);
    }

    [Fact]
    public async Task A_stream_is_verified_as_it_is_acknowledged()
    {
        server.Incidents.Stream = conversation => conversation.AnswerAllAsync(sequence => Accepted(conversation, sequence));
        using CrimeAuditClient client = Connect();
        await using (IncidentWriter writer = client.Incidents.OpenWriter())
        {
            await writer.WriteAsync(1, 100).Soon();
            await writer.FlushAsync().Soon();
        }

        Assert.Equal(log.Note(), await store.FindAsync(TestLog.Origin));
    }

    [Fact]
    public async Task A_lie_ends_the_stream_and_its_update_stays_without_a_result()
    {
        server.Incidents.Stream = conversation => conversation.AnswerAllAsync(sequence => Accepted(conversation, sequence));
        lie = receipt => Lie(receipt.EntryIndex >= 5 ? "another salt" : "nothing", receipt);
        using CrimeAuditClient client = Connect();
        IncidentWriter writer = client.Incidents.OpenWriter();
        await writer.WriteAsync(6, 6).Soon();

        ProofRejectedException rejected = await Assert.ThrowsAnyAsync<ProofRejectedException>(() => writer.FlushAsync()).Soon();

        Assert.Equal(ProofFault.DigestDiffers, rejected.Fault);
        Assert.Equal("r6", Assert.Single(writer.GetUnacknowledged()).Sender.RequestId);
        await writer.DisposeAsync();
    }

    private static void Lie(string what, Receipt receipt)
    {
        EntryProof proof = receipt.Proof;
        switch (what)
        {
            case "no proof": receipt.Proof = null; break;
            case "another index": receipt.EntryIndex--; break;
            case "an index beyond the tree": receipt.EntryIndex = 99; break;
            case "another accepted time": receipt.AcceptedTime = Timestamp.FromDateTime(DateTime.UnixEpoch); break;
            case "another entry's proof": receipt.Proof = new EvidenceLog().Fill(1, 6).ProofOf(3); break;
            case "a leaf of no form": proof.LeafText = ByteString.CopyFromUtf8("leaf"); break;
            case "a leaf with a line more": proof.LeafText = ByteString.CopyFromUtf8(proof.LeafText.ToStringUtf8() + "more\n"); break;
            case "another salt": proof.Salt = ByteString.CopyFromUtf8("salt"); break;
            case "other stored bytes": proof.StoredBytes = TestUpdates.Number(99).ToByteString(); break;
            case "hashes of the path exchanged": (proof.InclusionPath[0], proof.InclusionPath[1]) = (proof.InclusionPath[1], proof.InclusionPath[0]); break;
            case "a path cut short": proof.InclusionPath.RemoveAt(0); break;
            case "a path padded": proof.InclusionPath.Add(proof.InclusionPath[0]); break;
            case "a short hash": proof.InclusionPath[0] = ByteString.CopyFrom(1, 2, 3); break;
            case "a damaged checkpoint": proof.Checkpoint = proof.Checkpoint.Replace("\n6\n", "\n7\n", StringComparison.Ordinal); break;
            case "a checkpoint of an impostor": proof.Checkpoint = new EvidenceLog(new TestLog(seed: 9)).Fill(1, 6).Note(); break;
            default: break;
        }
    }

    private CrimeAuditClient Connect(Action<CrimeAuditClientOptions>? configure = null) => server.Connect(options =>
    {
        options.Verification.Share = 1;
        options.Verification.Store = store;
        options.TimeProvider = clock;
        configure?.Invoke(options);
    });

    private StreamItemResult Accepted(StreamConversation conversation, long sequence)
    {
        Receipt receipt = log.Append(conversation.Update(sequence));
        lie(receipt);
        return new StreamItemResult { Sequence = sequence, Receipt = receipt };
    }
}
