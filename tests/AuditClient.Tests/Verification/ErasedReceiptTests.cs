namespace AuditClient.Tests.Verification;

/// <summary>Receipts and entries of what was erased since: taken where the log shows the erasure, and nowhere else.</summary>
public sealed class ErasedReceiptTests : IAsyncLifetime
{
    private readonly EvidenceLog log = new EvidenceLog().Fill(1, 5);
    private Func<Receipt> answer = () => new Receipt();
    private FakeServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await FakeServer.StartAsync();
        server.Ledger.Logs = _ => log;
        server.Ledger.Read = (_, responses) =>
            responses.WriteAsync(new ReadEntriesResponse { Entries = { log.Entries() }, TreeSize = log.Size });
        server.Incidents.Submit = (_, _) => Task.FromResult(new SubmitIncidentResponse { Receipt = answer() });
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_replay_of_what_was_erased_is_taken()
    {
        answer = () => log.Redact(index: 2, named: 2);
        using CrimeAuditClient client = Connect();
        SubmitIncidentResponse replay = await client.Incidents.SubmitAsync(TestUpdates.Number(3)).Soon();
        Assert.Equal((2, 5), (replay.Receipt.EntryIndex, replay.Receipt.RedactedBy));
    }

    [Fact]
    public async Task So_it_is_where_the_redaction_is_not_the_callers_to_read()
    {
        answer = () => log.Redact(index: 2, named: 2);
        log.IsClosed = true;
        using CrimeAuditClient client = Connect();
        Assert.True((await client.Incidents.SubmitAsync(TestUpdates.Number(3)).Soon()).Receipt.Replayed);
    }

    [Theory]
    [InlineData(3, "redaction")]
    [InlineData(2, "incident")]
    public async Task What_no_redaction_names_was_not_erased(int named, string kind)
    {
        answer = () => log.Redact(index: 2, named, kind);
        Assert.Equal(ProofFault.NotErased, await RejectedAsync(TestUpdates.Number(3)));
    }

    [Fact]
    public async Task An_entry_of_another_request_is_not_the_one_that_was_erased()
    {
        answer = () => log.Redact(index: 2, named: 2);
        Assert.Equal(ProofFault.OtherEntry, await RejectedAsync(TestUpdates.Number(4)));
    }

    [Fact]
    public async Task A_log_with_erased_entries_is_verified_from_end_to_end()
    {
        log.Redact(index: 2, named: 2);
        using CrimeAuditClient client = Connect();
        Assert.Equal(6, (await client.Ledger.VerifyEntriesAsync().Soon()).Size);
    }

    [Theory]
    [InlineData(3, "redaction")]
    [InlineData(2, "incident")]
    public async Task An_entry_that_is_said_to_be_erased_and_was_not_is_tampering(int named, string kind)
    {
        log.Redact(index: 2, named, kind);
        using CrimeAuditClient client = Connect();
        TamperDetectedException found = await Assert.ThrowsAsync<TamperDetectedException>(() => client.Ledger.VerifyEntriesAsync()).Soon();
        Assert.Equal(ProofFault.NotErased, found.Fault);
    }

    private async Task<ProofFault> RejectedAsync(IncidentUpdate sent)
    {
        using CrimeAuditClient client = Connect();
        return (await Assert.ThrowsAsync<ProofRejectedException>(() => client.Incidents.SubmitAsync(sent)).Soon()).Fault;
    }

    private CrimeAuditClient Connect() => server.Connect(options =>
    {
        options.Verification.Share = 1;
        options.Verification.Keys.Add(log.VerifierKey);
    });
}
