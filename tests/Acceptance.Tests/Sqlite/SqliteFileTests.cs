using Acceptance.Tests.Failures;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Sqlite;

/// <summary>The database file is moved, lost and put back under a server that runs.</summary>
public sealed class SqliteFileTests(SqliteService service) : FaultyServiceTests<SqliteService>(service)
{
    [Fact]
    public async Task A_file_moved_away_is_unavailable_and_put_back_it_serves_on()
    {
        await using SqliteService moved = await FaultyServiceAsync();
        IncidentUpdate before = Told.Report("kent", "before");
        IncidentUpdate during = Told.Report("kent", "during");
        Receipt first = await SubmitOneAsync(moved, before);

        File.Move(moved.DatabaseFile, moved.DatabaseFile + ".away");
        await RefusedAsync(() => SubmitOneAsync(moved, during));
        await RefusedAsync(() => moved.Submitter("kent").Incidents.GetAsync("kent", Told.Command, "before", Cancel));
        Assert.False(File.Exists(moved.DatabaseFile));

        File.Move(moved.DatabaseFile + ".away", moved.DatabaseFile);
        await AssertEachOnceAsync(moved, (before, first), (during, await SubmitOneAsync(moved, during)));
    }

    [Fact]
    public async Task A_turn_whose_file_is_moved_away_before_it_is_acknowledged_is_not_acknowledged()
    {
        await using SqliteService moved = await FaultyServiceAsync();
        IncidentUpdate update = Told.Report("kent", "r0");
        FaultGate held = moved.Faults!.Hold(FaultPoint.Commit);
        Task<Receipt> submitted = SubmitOneAsync(moved, update);
        await held.Reached.WaitAsync(Cancel);
        File.Move(moved.DatabaseFile, moved.DatabaseFile + ".away");
        held.Release();
        await RefusedAsync(() => submitted);

        File.Move(moved.DatabaseFile + ".away", moved.DatabaseFile);
        Receipt found = await SubmitOneAsync(moved, update);
        Assert.True(found.Replayed);
        await AssertEachOnceAsync(moved, (update, found));
    }

    [Fact]
    public async Task A_file_that_was_deleted_does_not_come_back_empty_and_a_copy_put_back_is_served()
    {
        await using SqliteService deleted = await FaultyServiceAsync();
        IncidentUpdate kept = Told.Report("kent", "kept");
        Receipt first = await SubmitOneAsync(deleted, kept);
        await deleted.RestartAsync();
        File.Copy(deleted.DatabaseFile, deleted.DatabaseFile + ".copy");
        await SubmitOneAsync(deleted, Told.Report("kent", "lost"));

        foreach (string file in Files(deleted))
        {
            File.Delete(file);
        }

        IncidentUpdate next = Told.Report("kent", "next");
        await RefusedAsync(() => SubmitOneAsync(deleted, next));
        await RefusedAsync(() => EntriesAsync(deleted));
        Assert.All(Files(deleted), file => Assert.False(File.Exists(file), file));

        File.Copy(deleted.DatabaseFile + ".copy", deleted.DatabaseFile);
        // It is served, and whoever saw the entry that the copy does not hold finds that out.
        await Assert.ThrowsAsync<TamperDetectedException>(() => SubmitOneAsync(deleted, next));
        await deleted.RestartAsync();
        await AssertEachOnceAsync(deleted, (kept, first), (next, await SubmitOneAsync(deleted, next)));
    }

    [Fact]
    public async Task A_reader_that_was_left_on_a_file_since_replaced_is_not_believed()
    {
        await using SqliteService replaced = await FaultyServiceAsync();
        IncidentUpdate[] kept = [.. Enumerable.Range(0, 20).Select(i => Told.Report("kent", $"r{i}"))];
        IncidentUpdate[] next = [.. Enumerable.Range(0, 20).Select(i => Told.Closed("kent", $"r{i}", Moments.Reported.AddHours(1)))];
        IReadOnlyList<Receipt> first = await SubmitAllAsync(replaced, kept);
        await replaced.RestartAsync();
        File.Copy(replaced.DatabaseFile, replaced.DatabaseFile + ".copy");
        await SubmitAllAsync(replaced, [.. Enumerable.Range(0, 20).Select(i => Told.Report("kent", $"lost{i}"))]);

        File.Delete(replaced.DatabaseFile + "-wal");
        File.Delete(replaced.DatabaseFile + "-shm");
        File.Move(replaced.DatabaseFile + ".copy", replaced.DatabaseFile, overwrite: true);
        // What writes opens the file anew after a failure; what reads has no reason to.
        replaced.Faults!.Fail(FaultPoint.Turn, _ => true, replaced.Failures.Gone);
        await RefusedAsync(() => SubmitAllAsync(replaced, next));
        replaced.Faults.Mend();
        await RefusedAsync(() => SubmitAllAsync(replaced, next));

        // Whoever saw the entries that the copy does not hold finds that out.
        await Assert.ThrowsAsync<TamperDetectedException>(() => SubmitAllAsync(replaced, next));
        await replaced.RestartAsync();
        await AssertEachOnceAsync(replaced, [.. kept.Zip(first), .. next.Zip(await SubmitAllAsync(replaced, next))]);
    }

    private static IEnumerable<string> Files(SqliteService service) =>
        [service.DatabaseFile, service.DatabaseFile + "-wal", service.DatabaseFile + "-shm"];
}
