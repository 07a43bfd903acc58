using System.Data.Common;
using System.Globalization;
using Acceptance.Tests.Failures;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Microsoft.Data.Sqlite;

namespace Acceptance.Tests.Sqlite;

/// <summary>
/// What SQLite itself does when it is full, locked or read-only; nothing is injected. A first start signs the empty log; where the
/// connection that writes must be made otherwise, the test begins with the second, which has not opened one yet.
/// </summary>
public sealed class SqliteLimitTests(SqliteService service) : FaultyServiceTests<SqliteService>(service)
{
    private const int BatchSize = 100;
    private const int MostBatches = 100;

    [Fact]
    public async Task A_file_that_is_full_says_so_keeps_what_was_acknowledged_and_takes_more_once_there_is_room()
    {
        await using SqliteService full = await FaultyServiceAsync();
        await full.RestartAsync();
        int pages = 200;
        full.Faults!.Opened = connection => Run(connection, $"PRAGMA max_page_count={pages.ToString(CultureInfo.InvariantCulture)}");
        var told = new List<(IncidentUpdate, Receipt)>();
        IncidentUpdate[] batch = Batch(0);
        for (int i = 0; i < MostBatches && await TakesAsync(full, batch, told); i++)
        {
            batch = Batch(i + 1);
        }

        await RefusedAsync(() => full.Submitter("kent").Incidents.SubmitBatchAsync(batch, Cancel), ErrorReason.StorageFull);
        // A note of who reads may still find room where a batch does not, so records may be told or not.
        Assert.Equal(told.Count, await EntriesAsync(full));

        pages = 100_000;
        // The turn that finds the file full gives its connection up; the next one has the new limit.
        Assert.True(await TakesAsync(full, batch, told));
        await AssertEachOnceAsync(full, told);
    }

    [Theory]
    [InlineData("BEGIN IMMEDIATE")]
    [InlineData("BEGIN EXCLUSIVE")]
    public async Task A_file_that_another_program_locks_is_unavailable_until_it_lets_go(string begin)
    {
        await using SqliteService locked = await FaultyServiceAsync(("CrimeAudit:Storage:CommandTimeout", "00:00:01"));
        IncidentUpdate before = Told.Report("kent", "before");
        IncidentUpdate after = Told.Report("kent", "after");
        Receipt first = await SubmitOneAsync(locked, before);
        await using (var other = new SqliteConnection($"Data Source={locked.DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync(Cancel);
            Run(other, begin);
            await RefusedAsync(() => SubmitOneAsync(locked, after));
            await AssertCountedAndUntoldAsync(locked, [(before, first)]);
            Run(other, "ROLLBACK");
        }

        await AssertEachOnceAsync(locked, (before, first), (after, await SubmitOneAsync(locked, after)));
    }

    [Fact]
    public async Task A_turnstile_that_another_instance_keeps_is_unavailable_until_it_lets_go()
    {
        await using SqliteService kept = await FaultyServiceAsync(("CrimeAudit:Storage:CommandTimeout", "00:00:01"));
        IncidentUpdate update = Told.Report("kent", "r0");
        using (File.Open(kept.DatabaseFile + "-turn", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            await RefusedAsync(() => SubmitOneAsync(kept, update));
        }

        await AssertEachOnceAsync(kept, (update, await SubmitOneAsync(kept, update)));
    }

    [Fact]
    public async Task A_file_that_takes_no_writes_is_unavailable_to_writers_until_it_does()
    {
        await using SqliteService readOnly = await FaultyServiceAsync();
        await readOnly.RestartAsync();
        IncidentUpdate update = Told.Report("kent", "r0");
        bool mayWrite = false;
        readOnly.Faults!.Opened = connection => Run(connection, mayWrite ? "PRAGMA query_only=OFF" : "PRAGMA query_only=ON");
        await RefusedAsync(() => SubmitOneAsync(readOnly, update));
        Assert.Equal(0, await EntriesAsync(readOnly));

        mayWrite = true;
        await AssertEachOnceAsync(readOnly, (update, await SubmitOneAsync(readOnly, update)));
    }

    private static async Task<bool> TakesAsync(SqliteService service, IncidentUpdate[] batch, List<(IncidentUpdate, Receipt)> told)
    {
        try
        {
            told.AddRange(batch.Zip((await service.Submitter("kent").Incidents.SubmitBatchAsync(batch, Cancel)).Receipts));
            return true;
        }
        catch (ServiceUnavailableException refused) when (refused.Reason == ErrorReason.StorageFull)
        {
            return false;
        }
    }

    private static IncidentUpdate[] Batch(int number) =>
        [.. Enumerable.Range(0, BatchSize).Select(i => Told.Report("kent", $"b{number}-{i}", Told.Alleged("a1"), Told.Alleged("a2")))];

    private static void Run(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals and a number of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
