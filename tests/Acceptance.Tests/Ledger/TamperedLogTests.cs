using Acceptance.Tests.Support;
using AuditCore.Ledger;
using AuditServer.Hosting;
using CrimeAudit.Client;
using CrimeAudit.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Acceptance.Tests.Ledger;

/// <summary>A row that is changed by hand is found: by the service itself, and by a client that has seen the log before.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class TamperedLogTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    // A checkpoint, the entries, and a leaf with its tiles.
    private const int ChosenInALook = 1 + Tamperings.Entries + 1;
    private const string Ledger = "crimeaudit.v1.LedgerService";
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Tamperings.All), MemberType = typeof(Tamperings))]
    public async Task The_service_finds_it_by_itself_and_is_not_serving_any_more(Tampering tampering)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        var places = new EveryPlace();
        await using TService told = await Tamperings.TellAsync(new TService
        {
            Places = places,
            Settings = new Dictionary<string, string?>
            {
                ["CrimeAudit:SelfCheck:Every"] = Every.ToString(),
                ["CrimeAudit:SelfCheck:Entries"] = $"{Tamperings.Entries}",
                ["CrimeAudit:SelfCheck:Tiles"] = "1",
            },
        });
        // Once a second look has begun, what the first found has been told: nothing.
        while (places.Chosen <= ChosenInALook)
        {
            cancel.ThrowIfCancellationRequested();
            told.Clock.Advance(Every);
            await Task.Yield();
        }

        Assert.Equal((Serving, Serving), (await told.HealthAsync(), await told.HealthAsync(Ledger)));
        await tampering.DoAsync(told);
        long before = places.Chosen;
        while (await told.HealthAsync() == Serving)
        {
            cancel.ThrowIfCancellationRequested();
            told.Clock.Advance(Every);
        }

        Assert.Equal((NotServing, NotServing), (await told.HealthAsync(), await told.HealthAsync(Ledger)));
        // In the first look that began afterwards; one may have been under way.
        Assert.InRange(places.Chosen - before, 0, 3 * ChosenInALook);
    }

    [Fact]
    public async Task A_server_signs_nothing_at_its_start_that_does_not_hold_what_was_signed_before()
    {
        await using TService told = await Tamperings.TellAsync(new TService());
        await Tampering.HeadSize.DoAsync(told);
        StartRefusedException refused = await Assert.ThrowsAsync<StartRefusedException>(told.RestartAsync);
        Assert.Contains("The head of 39 entries has the root ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tamperings.All), MemberType = typeof(Tamperings))]
    public async Task A_client_that_has_seen_the_log_before_finds_it(Tampering tampering)
    {
        await using TService told = await Tamperings.TellAsync(new TService());
        await using CrimeAuditClient client = told.NewClient("lead");
        LogCheckpoint before = await client.Ledger.VerifyEntriesAsync(Cancel);
        Assert.Equal(Tamperings.Entries, before.Size);

        await tampering.DoAsync(told);
        TamperDetectedException found = await Assert.ThrowsAsync<TamperDetectedException>(() => client.Ledger.VerifyEntriesAsync(Cancel));
        Assert.Equal((Fault(tampering), before.Note), (found.Fault, found.PinnedNote));
    }

    [Theory]
    [InlineData(Tampering.Payload)]
    [InlineData(Tampering.EarlierTime)]
    [InlineData(Tampering.Order)]
    [InlineData(Tampering.HeadRoot)]
    public async Task What_would_not_verify_is_not_answered_and_the_service_stops_serving(Tampering tampering)
    {
        await using TService told = await Tamperings.TellAsync(new TService());
        await tampering.DoAsync(told);
        CrimeAuditException refused =
            await Assert.ThrowsAnyAsync<CrimeAuditException>(() => told.Lead().Ledger.GetReceiptAsync(17, Cancel));
        Assert.Equal((ErrorReason.LedgerDamaged, RetryAdvice.Report), (refused.Reason, refused.Advice));
        Assert.Equal(NotServing, await told.HealthAsync());
    }

    [Fact]
    public async Task A_checkpoint_of_an_unknown_key_that_names_another_root_is_not_handed_out()
    {
        await using TService told = await EmptyServiceAsync();
        await SubmitAsync(told, Told.Report("kent", "r0"), Told.Report("kent", "r1"));
        HandEdits edits = await HandEdits.BeginAsync(told);
        using SigningKey stranger = SigningKey.Create("crimeaudit.localhost");
        string forged = SignedNote.Sign(new Checkpoint("crimeaudit.localhost", 1, TreeHash.Leaf("another"u8)).ToText(), [stranger]).ToString();
        await edits.RunAsync(edits.Note(1, 0, forged));
        CrimeAuditException refused =
            await Assert.ThrowsAnyAsync<CrimeAuditException>(() => told.Lead().Ledger.GetInclusionProofAsync(0, 1, Cancel));
        Assert.Equal(ErrorReason.LedgerDamaged, refused.Reason);
        Assert.Equal(2, (await told.Lead().Ledger.GetInclusionProofAsync(0, cancellationToken: Cancel)).TreeSize);
    }

    [Fact]
    public async Task An_entry_that_is_missing_between_others_is_not_passed_over()
    {
        await using TService told = await Tamperings.TellAsync(new TService());
        await Tampering.Missing.DoAsync(told);
        CrimeAuditException refused = await Assert.ThrowsAnyAsync<CrimeAuditException>(
            () => AllAsync(told.Lead().Ledger.ReadEntriesAsync(cancellationToken: Cancel)));
        Assert.Equal(ErrorReason.LedgerDamaged, refused.Reason);
    }

    /// <summary>What the service does not give out any more it tells itself; the rest the client finds in what it reads.</summary>
    private static ProofFault Fault(Tampering tampering) => tampering switch
    {
        Tampering.EarlierTime => ProofFault.TimesOutOfOrder,
        Tampering.Erased => ProofFault.NotErased,
        Tampering.LaterTime or Tampering.Order => ProofFault.EntriesDiffer,
        _ => ProofFault.ServiceFoundDamage,
    };
}
