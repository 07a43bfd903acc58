using System.Data.Common;
using System.Text;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Accesses;

/// <summary>Entries of the log cover the access log: whoever changes or removes a row of it is found out.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class AccessDigestTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Reads = 6;

    [Fact]
    public async Task Rows_that_have_waited_an_hour_are_covered_by_an_entry()
    {
        await using TService told = await ReadAsync();
        await told.RestartAsync();
        Assert.Equal(1, await EntriesAsync(told));
        await CoverAsync(told);

        LedgerEntry covering = (await AllAsync(told.Client("admin").Ledger.ReadEntriesAsync(new ReadEntriesRequest { FromIndex = 1, WantPayloads = true }, Cancel))).Single();
        AccessDigest digest = AccessDigest.Parser.ParseFrom(covering.StoredBytes);
        Assert.Equal((0, Reads), (digest.FirstRow, digest.Rows));
        Assert.Equal(["national", "ledger/access", "0", "access"], Encoding.UTF8.GetString(covering.LeafText.Span).Split('\n')[1..5]);
        LedgerEntry forOthers = (await AllAsync(told.Lead().Ledger.ReadEntriesAsync(new ReadEntriesRequest { FromIndex = 1, WantPayloads = true }, Cancel))).Single();
        Assert.True(forOthers.StoredBytes.IsEmpty);

        VerbResult read = await told.VerbAsync("access-log");
        Assert.Equal($"Checked {Reads + 1} rows of the access log, 1 of them not covered by an entry yet", read.LastLine);
    }

    [Theory]
    [InlineData("UPDATE #access_log SET subject = 'another' WHERE access_index = 2", "rows 0 to 5 are not what entry 1 covers: one of them was changed")]
    [InlineData("UPDATE #access_log SET number = 2 WHERE access_index = 5", "rows 0 to 5 are not what entry 1 covers: one of them was changed")]
    [InlineData("DELETE FROM #access_log WHERE access_index = 3", "of rows 0 to 5, which entry 1 covers, 1 are missing")]
    [InlineData("DELETE FROM #access_log WHERE access_index < 3", "of rows 0 to 5, which entry 1 covers, 3 are missing")]
    [InlineData("DELETE FROM #access_log WHERE access_index = 6", "rows 6 to 6 are missing")]
    public async Task A_row_that_somebody_changed_or_removed_by_hand_is_found(string edit, string found)
    {
        await using TService told = await ReadAsync();
        await CoverAsync(told);
        await GetAsync(told, "late-reader");
        await GetAsync(told, "later-reader");
        told.IsDamaged = true;
        await EditAsync(told, edit);

        VerbResult log = await told.VerbAsync("access-log");
        Assert.Equal(65, log.Code);
        Assert.Contains($"access log: {found}", log.Error, StringComparison.Ordinal);
        VerbResult fsck = await told.VerbAsync("fsck");
        Assert.Equal(65, fsck.Code);
        Assert.Equal($"access log: {found}", fsck.Output.TrimEnd());
    }

    [Theory]
    [InlineData("UPDATE #access_log SET subject = 'another'")]
    [InlineData("UPDATE #access_log SET number = number WHERE access_index = 0")]
    [InlineData("DELETE FROM #access_log WHERE access_index = 5")]
    [InlineData("DELETE FROM #access_log")]
    [InlineData("UPDATE #access_digests SET row_count = 5")]
    [InlineData("DELETE FROM #access_digests")]
    public async Task The_database_itself_keeps_the_access_log_as_it_is(string edit)
    {
        await using TService told = await ReadAsync();
        await CoverAsync(told);
        DbException refused = await Assert.ThrowsAnyAsync<DbException>(
            () => told.RunSqlAsync(edit.Replace("#", told.Table(""), StringComparison.Ordinal)));
        Assert.Contains("the access log is append-only", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Reads, (await NotedAccess.ReadAsync(told)).Count);
    }

    [Theory]
    [InlineData("DELETE FROM #access_digests", "entry 1: covers 6 rows of the access log from row 0 on, and access_digests does not say so")]
    [InlineData("UPDATE #access_digests SET row_count = 5", "entry 1: covers 6 rows of the access log from row 0 on, and access_digests does not say so")]
    [InlineData("INSERT INTO #access_digests VALUES (0, 6, 1)", "entry 0: is said to cover the access log from row 6 on, and does not")]
    public async Task Which_entries_cover_the_access_log_is_read_from_the_log(string edit, string found)
    {
        await using TService told = await ReadAsync();
        await CoverAsync(told);
        told.IsDamaged = true;
        await EditAsync(told, edit);
        VerbResult log = await told.VerbAsync("access-log");
        Assert.Equal(65, log.Code);
        Assert.Contains(found, log.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_row_is_left_it_is_damage_unless_it_is_said_that_they_were_taken_away()
    {
        await using TService told = await ReadAsync();
        await CoverAsync(told);
        told.IsDamaged = true;
        await EditAsync(told, "DELETE FROM #access_log");
        foreach (string verb in new[] { "access-log", "fsck" })
        {
            VerbResult unsaid = await told.VerbAsync(verb);
            Assert.Equal(65, unsaid.Code);
            Assert.Contains($"all {Reads} rows that entries cover are missing", unsaid.Output + unsaid.Error, StringComparison.Ordinal);
            Assert.Equal(65, (await told.VerbAsync(verb, "--removed-before", "2001-01-01")).Code);
            VerbResult said = await told.VerbAsync(verb, "--removed-before", $"{told.Clock.GetUtcNow():O}");
            Assert.True(said.Code == 0, said.Output + said.Error);
        }
    }

    [Fact]
    public async Task What_was_removed_from_the_beginning_with_whole_digests_is_said_and_is_no_damage()
    {
        await using TService told = await ReadAsync();
        await CoverAsync(told);
        await GetAsync(told, "late-reader");
        await CoverAsync(told);
        await EditAsync(told, $"DELETE FROM #access_log WHERE access_index < {Reads}");

        VerbResult log = await told.VerbAsync("fsck");
        Assert.True(log.Code == 0, log.Output);
        Assert.Contains($"Checked 1 rows of the access log, 0 of them not covered by an entry yet; the {Reads} before them are not here", log.Error, StringComparison.Ordinal);

        await EditAsync(told, "DELETE FROM #access_log");
        await GetAsync(told, "last-reader");
        Assert.Equal(Reads + 1, Assert.Single(await NotedAccess.ReadAsync(told)).Row);
    }

    [Fact]
    public async Task A_log_moved_to_another_database_goes_on_numbering_and_keeps_the_digests()
    {
        await using TService told = await ReadAsync();
        await CoverAsync(told);
        await using TService moved = await EmptyServiceAsync();
        string file = told.FileOf("export.jsonl");
        VerbResult export = await told.VerbAsync("export", file);
        Assert.True(export.Code == 0, export.Error);
        await moved.RestartAsync(async () =>
        {
            VerbResult import = await moved.VerbAsync("import", file);
            Assert.True(import.Code == 0, import.Error);
        });

        await GetAsync(moved, "reader-there");
        Assert.Equal(Reads, Assert.Single(await NotedAccess.ReadAsync(moved)).Row);
        Assert.Equal(Reads, (await NotedAccess.ReadAsync(told)).Count);
    }

    private static async Task<TService> ReadAsync()
    {
        TService told = await EmptyServiceAsync();
        await SubmitAsync(told, Told.Report("kent", "r0"));
        for (int i = 0; i < Reads; i++)
        {
            await GetAsync(told, $"reader-{i}");
        }

        return told;
    }

    private static Task GetAsync(TService told, string subject) =>
        told.As(subject, "reader", "kent").Incidents.GetAsync("kent", Told.Command, "r0", Cancel);

    /// <summary>Lets an hour pass, and waits for the entry.</summary>
    private static async Task CoverAsync(TService told)
    {
        long before = await EntriesAsync(told);
        told.Clock.Advance(TimeSpan.FromHours(1));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (await EntriesAsync(told) == before)
        {
            patience.Token.ThrowIfCancellationRequested();
            told.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>Does as somebody with the rights of an owner could.</summary>
    private static async Task EditAsync(TService told, string edit)
    {
        string[] triggers = told.Table("") is ""
            ? ["accesses_are_never_changed", "accesses_are_never_deleted", "access_digests_are_never_changed", "access_digests_are_never_deleted"]
            : ["accesses_are_append_only", "access_digests_are_append_only"];
        await told.RunSqlAsync([.. triggers.Select(t => $"DROP TRIGGER IF EXISTS {told.Table(t)}")]);
        Assert.NotEqual(0, await told.RunSqlAsync(edit.Replace("#", told.Table(""), StringComparison.Ordinal)));
    }
}
