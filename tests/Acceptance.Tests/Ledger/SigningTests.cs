using Acceptance.Tests.Support;
using AuditCore.Ledger;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Ledger;

/// <summary>Keys over restarts, and what is answered of a database that somebody has been at.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class SigningTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const string Origin = "crimeaudit.example.org/log";

    [Fact]
    public async Task Keys_are_changed_while_both_sign_and_readers_of_either_can_check()
    {
        using SigningKey older = SigningKey.Create(Origin);
        using SigningKey newer = SigningKey.Create(Origin);
        var settings = new Dictionary<string, string?>
        {
            ["CrimeAudit:Ledger:Origin"] = Origin,
            ["CrimeAudit:Ledger:KeyFile"] = "",
            ["CrimeAudit:Ledger:Key"] = older.Export(),
        };
        await using var changing = new TService { Settings = settings };
        changing.FormerKeys = [older.Verifier.ToString()];
        await changing.InitializeAsync();
        await SubmitAsync(changing, Told.Report("kent", "r1"));
        await AssertSignedAsync(changing, older);

        settings["CrimeAudit:Ledger:NextKey"] = newer.Export();
        await changing.RestartAsync();
        await AssertSignedAsync(changing, older, newer);
        await SubmitAsync(changing, Told.Report("kent", "r2"));
        await AssertSignedAsync(changing, older, newer);

        settings["CrimeAudit:Ledger:Key"] = newer.Export();
        settings["CrimeAudit:Ledger:NextKey"] = "";
        await changing.RestartAsync();
        await AssertSignedAsync(changing, newer);
        await SubmitAsync(changing, Told.Report("kent", "r3"));
        await AssertSignedAsync(changing, newer);
        Assert.Single(SignedNote.Parse((await changing.Lead().Ledger.GetCheckpointAsync(Cancel)).Checkpoint).Signatures);
        GetInclusionProofResponse first = await changing.Lead().Ledger.GetInclusionProofAsync(0, 1, Cancel);
        Assert.Equal(NoteVerdict.Verified, SignedNote.Parse(first.Checkpoint).Check([older.Verifier]));

        // Of a log whose earlier keys nobody names, the earlier signatures are nobody's.
        VerbResult found = await changing.VerbAsync("fsck", "--quiet");
        Assert.Equal(65, found.Code);
        Assert.Matches($"^checkpoint 0/0: is signed by no known key, but by {Origin}[+][0-9a-f]{{8}}\r?\n", found.Output);
    }

    [Fact]
    public async Task A_restart_signs_nothing_twice_and_an_empty_log_has_a_checkpoint()
    {
        await using TService empty = await EmptyServiceAsync();
        GetCheckpointResponse first = await empty.Lead().Ledger.GetCheckpointAsync(Cancel);
        Assert.Equal(0, first.TreeSize);
        Assert.Equal(PlainVerifier.Root([]), first.RootHash.ToByteArray());
        await empty.RestartAsync();
        Assert.Equal(first, await empty.Lead().Ledger.GetCheckpointAsync(Cancel));
        Assert.Equal(0, await empty.RunSqlAsync($"UPDATE {empty.Table("log_head")} SET turn = turn WHERE EXISTS (SELECT 1 FROM {empty.Table("checkpoints")} WHERE version > 0)"));
    }

    [Fact]
    public async Task Nothing_is_appended_to_a_tree_that_does_not_give_its_root()
    {
        await using TService damaged = await EmptyServiceAsync();
        damaged.IsDamaged = true;
        await SubmitAsync(damaged, Told.Report("kent", "r1"));
        await damaged.RunSqlAsync($"UPDATE {damaged.Table("log_head")} SET root = (SELECT digest FROM {damaged.Table("entries")} WHERE entry_index = 0)");

        CrimeAuditException refused = await Assert.ThrowsAnyAsync<CrimeAuditException>(() => SubmitAsync(damaged, Told.Report("kent", "r2")));
        Assert.Equal((ErrorReason.LedgerDamaged, RetryAdvice.Report), (refused.Reason, refused.Advice));
        Assert.Equal(1, await EntriesAsync(damaged));
    }

    [Fact]
    public async Task No_proof_is_given_that_a_forged_checkpoint_would_ask_for()
    {
        await using TService damaged = await EmptyServiceAsync();
        damaged.IsDamaged = true;
        await SubmitAsync(damaged, Told.Report("kent", "r1"));
        GetCheckpointResponse checkpoint = await damaged.Lead().Ledger.GetCheckpointAsync(Cancel);
        string forged = checkpoint.Checkpoint.Replace("\n1\n", "\n2\n", StringComparison.Ordinal).Replace("\n", "{nl}", StringComparison.Ordinal);
        await damaged.RunSqlAsync(
            $"INSERT INTO {damaged.Table("checkpoints")} (size, version, note) VALUES (2, 0, REPLACE('{forged}', '{{nl}}', {damaged.LineFeed}))");

        ILedgerClient ledger = damaged.Lead().Ledger;
        foreach (Func<Task> call in new Func<Task>[]
        {
            () => ledger.GetCheckpointAsync(Cancel),
            () => ledger.GetReceiptAsync(0, Cancel),
            () => ledger.GetInclusionProofAsync(0, cancellationToken: Cancel),
            () => ledger.GetConsistencyProofAsync(1, cancellationToken: Cancel),
        })
        {
            CrimeAuditException refused = await Assert.ThrowsAnyAsync<CrimeAuditException>(call);
            Assert.Equal(ErrorReason.LedgerDamaged, refused.Reason);
        }
    }

    private static async Task AssertSignedAsync(TService service, params SigningKey[] keys)
    {
        GetCheckpointResponse checkpoint = await service.Lead().Ledger.GetCheckpointAsync(Cancel);
        Assert.Equal(keys.Select(k => k.Verifier.ToString()), checkpoint.VerifierKeys);
        SignedNote note = SignedNote.Parse(checkpoint.Checkpoint);
        Assert.All(keys, k => Assert.Equal(NoteVerdict.Verified, note.Check([k.Verifier])));
        Assert.Equal(await EntriesAsync(service), checkpoint.TreeSize);
    }
}
