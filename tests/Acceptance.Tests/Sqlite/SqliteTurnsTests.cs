using Acceptance.Tests.Failures;
using Acceptance.Tests.Support;
using CrimeAudit.V1;

namespace Acceptance.Tests.Sqlite;

/// <summary>Two instances on one file, turn by turn.</summary>
public sealed class SqliteTurnsTests(SqliteService service) : FaultyServiceTests<SqliteService>(service)
{
    [Fact(Timeout = 60_000)]
    public async Task An_instance_that_waits_for_the_turn_is_not_overtaken_by_the_next_turn_of_the_one_that_has_it()
    {
        await using SqliteService first = await FaultyServiceAsync();
        await using SqliteService second = await FaultyServiceAsync(
            ("CrimeAudit:Storage:Path", first.DatabaseFile), ("CrimeAudit:Ledger:KeyFile", first.LedgerKeyFile));
        for (int round = 0; round < 5; round++)
        {
            FaultGate held = first.Faults!.Hold(FaultPoint.Commit);
            Task<Receipt> has = SubmitOneAsync(first, Told.Report("kent", $"has-{round}"));
            await held.Reached.WaitAsync(Cancel);
            Task<Receipt> next = SubmitOneAsync(first, Told.Report("kent", $"next-{round}"));
            Task<Receipt> waits = SubmitOneAsync(second, Told.Report("kent", $"waits-{round}"));
            await WhenHeldAsync(first.DatabaseFile + "-turn", TestContext.Current.CancellationToken);

            held.Release();
            Receipt[] inOrder = await Task.WhenAll(has, waits, next);
            Assert.Equal([round * 3, (round * 3) + 1, (round * 3) + 2], inOrder.Select(r => r.EntryIndex));
        }
    }

    /// <summary>Waits until somebody holds the turnstile: that instance waits for the write lock.</summary>
    private static async Task WhenHeldAsync(string turnstile, CancellationToken cancel)
    {
        while (!IsHeld(turnstile))
        {
            cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static bool IsHeld(string turnstile)
    {
        try
        {
            File.OpenHandle(turnstile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
