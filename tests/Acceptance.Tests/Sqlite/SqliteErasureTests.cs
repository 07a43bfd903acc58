using System.Text;
using Acceptance.Tests.Audits;
using Acceptance.Tests.Redactions;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Microsoft.Data.Sqlite;
using Population = Acceptance.Tests.Rates.Population;

namespace Acceptance.Tests.Sqlite;

/// <summary>Of what was erased not one byte is left in the files of the embedded engine.</summary>
public sealed class SqliteErasureTests(SqliteService service) : AcceptanceTests<SqliteService>(service)
{
    private static readonly string[] Words = ["topsecret", "kept"];

    [Fact]
    public async Task No_page_of_the_file_nor_its_journal_holds_what_was_erased()
    {
        await using SqliteService told = await EmptyServiceAsync();
        // Enough around it that pages of tables and indexes are split and joined, before and after.
        await WriteAsync(told, new Population(7, "kent", told.Clock.GetUtcNow()).Incidents(1_500));
        var secret = new SecretIncident("kent", "topsecret");
        var kept = new SecretIncident("kent", "kept", "of another ");
        IReadOnlyList<Receipt> receipts = await SubmitAsync(told, [.. secret.Updates, Large("topsecret"), .. kept.Updates]);
        await WriteAsync(told, new Population(8, "essex", told.Clock.GetUtcNow()).Incidents(1_500));
        await ReviewAsync(told, secret);
        Assert.All(Words, w => Assert.NotEqual(0, CountIn(told, w)));

        RedactEntryResponse done = await told.Registrar("kent").Ledger.RedactEntryAsync(Renamed.Request(receipts[0].EntryIndex), Cancel);
        Assert.False(done.ErasurePending);
        Assert.Equal([0, 1], Words.Select(w => Math.Min(1, CountIn(told, w))));
        Assert.Equal(0, new FileInfo(told.DatabaseFile + "-wal").Length);
    }

    [Fact]
    public async Task Many_incidents_erased_one_after_the_other_leave_nothing_on_any_page()
    {
        await using SqliteService told = await EmptyServiceAsync();
        var random = new Random(4);
        var around = new Population(9, "kent", told.Clock.GetUtcNow());
        await WriteAsync(told, around.Incidents(600));
        // Open crimes and references all over their indexes, whose pages are split and joined as crimes are answered in between.
        IncidentUpdate[] secrets =
        [
            .. Enumerable.Range(0, 60).Select(i => Told.Report(
                "kent",
                $"{(char)('a' + random.Next(26))}-topsecret-{i}",
                told.Clock.GetUtcNow().AddHours(-random.Next(2_000)),
                "violence",
                Told.Alleged($"{(char)('a' + random.Next(26))}-topsecret-{random.Next()}", Codes.Theft, "topsecret-victim"))),
        ];
        IReadOnlyList<Receipt> receipts = await SubmitAsync(told, secrets);
        await WriteAsync(told, new Population(10, "essex", told.Clock.GetUtcNow()).Incidents(600));
        Assert.NotEqual(0, CountIn(told, "topsecret"));

        foreach (Receipt receipt in receipts)
        {
            RedactEntryRequest request = Renamed.Request(receipt.EntryIndex, $"erase {receipt.EntryIndex}");
            Assert.False((await told.Registrar("kent").Ledger.RedactEntryAsync(request, Cancel)).ErasurePending);
        }

        Assert.Equal(0, CountIn(told, "topsecret"));
    }

    [Fact]
    public async Task While_somebody_reads_an_older_state_the_erasure_is_pending_and_is_finished_afterwards()
    {
        await using SqliteService told = await EmptyServiceAsync();
        var secret = new SecretIncident("kent", "topsecret");
        IReadOnlyList<Receipt> receipts = await SubmitAsync(told, [.. secret.Updates]);
        await using (SqliteConnection reader = await OpenAsync(told))
        {
            await RunAsync(reader, "BEGIN; SELECT count(*) FROM entries;");
            RedactEntryResponse done = await told.Registrar("kent").Ledger.RedactEntryAsync(Renamed.Request(receipts[0].EntryIndex), Cancel);
            Assert.True(done.ErasurePending);
            Assert.NotEqual(0, CountIn(told, "topsecret"));
        }

        // Tried again every second by the server's clock.
        while (CountIn(told, "topsecret") > 0)
        {
            told.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            Cancel.ThrowIfCancellationRequested();
        }

        Assert.False((await told.Registrar("kent").Ledger.RedactEntryAsync(Renamed.Request(receipts[0].EntryIndex), Cancel)).ErasurePending);
    }

    [Fact]
    public async Task A_server_that_stopped_before_the_erasure_was_finished_finishes_it_when_it_starts()
    {
        await using SqliteService told = await EmptyServiceAsync();
        var secret = new SecretIncident("kent", "topsecret");
        IReadOnlyList<Receipt> receipts = await SubmitAsync(told, [.. secret.Updates]);
        // Another program reads the file meanwhile, so that its journal is kept when the server goes.
        await using SqliteConnection reader = await OpenAsync(told);
        await RunAsync(reader, "BEGIN; SELECT count(*) FROM entries;");
        await told.Registrar("kent").Ledger.RedactEntryAsync(Renamed.Request(receipts[0].EntryIndex), Cancel);
        await told.RestartAsync(async () =>
        {
            Assert.NotEqual(0, CountIn(told, "topsecret"));
            await RunAsync(reader, "COMMIT;");
        });
        while (CountIn(told, "topsecret") > 0)
        {
            told.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            Cancel.ThrowIfCancellationRequested();
        }
    }

    private static async Task<SqliteConnection> OpenAsync(SqliteService told)
    {
        var connection = new SqliteConnection($"Data Source={told.DatabaseFile};Pooling=False");
        await connection.OpenAsync(Cancel);
        return connection;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>A final audit with a review of the incident, which names it in frame, sample and steps.</summary>
    private static async Task ReviewAsync(SqliteService told, SecretIncident secret)
    {
        var audit = new Inspection(told, "over", "kent");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Plans.Of("kent", SeedSource.Witnessed, ("violence", 0)));
        foreach (SampleItem item in items)
        {
            CrimeDecision found = Audits.Reviews.Decision(ReviewOutcome.Recorded);
            found.Rationale = item.UnitId.EndsWith(secret.Ref, StringComparison.Ordinal) ? "topsecret rationale" : "as told";
            // Request ids stay, and hold nothing of the report.
            await audit.ReviewAsync(item.UnitId, Audits.Reviews.Of(found), requestId: $"review {item.Position}");
        }

        await told.Lead().Audits.FinalizeAsync(new FinalizeAuditRequest { AuditId = "over", RequestId = "final" }, Cancel);
    }

    /// <summary>An update that takes more than a page of the file.</summary>
    private static IncidentUpdate Large(string word) => Told.Report(
        "kent",
        $"{word}-urn",
        Moments.Reported.AddHours(30),
        "violence",
        [.. Enumerable.Range(0, 50).Select(i => Told.Alleged($"{word}-{new string('x', 40)}{i}", Codes.Violence, $"{word}-{new string('y', 40)}{i}"))]);

    /// <summary>How often a word stands in any file of the database.</summary>
    private static int CountIn(SqliteService told, string word)
    {
        string[] files = Directory.GetFiles(Path.GetDirectoryName(told.DatabaseFile)!, Path.GetFileName(told.DatabaseFile) + "*");
        Assert.Contains(told.DatabaseFile, files);
        // The file by which instances queue for the write lock is empty, and locked while one has its turn.
        return files.Where(f => !f.EndsWith("-turn", StringComparison.Ordinal)).Sum(f => CountIn(Bytes(f), Encoding.UTF8.GetBytes(word)));
    }

    private static int CountIn(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word)
    {
        int count = 0;
        for (int at = bytes.IndexOf(word); at >= 0; at = bytes.IndexOf(word))
        {
            count++;
            bytes = bytes[(at + word.Length)..];
        }

        return count;
    }

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        // Cut short, perhaps, while it is read.
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
