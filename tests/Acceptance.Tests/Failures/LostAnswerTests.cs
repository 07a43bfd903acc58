using Acceptance.Tests.Audits;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Failures;

public abstract class LostAnswerTests<TService>(TService service) : FaultyServiceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(5, 2)]
    [InlineData(0, 40)]
    [InlineData(5, 40)]
    public async Task A_turn_lost_to_another_is_run_again_and_the_caller_does_not_hear_of_it(int statement, int updatesOfIt)
    {
        await using TService faulty = await FaultyServiceAsync();
        IncidentUpdate[] updates = [.. Enumerable.Range(0, updatesOfIt).Select(i => Told.Report("kent", $"r{i}", Told.Alleged("a1")))];
        faulty.Faults!.Fail(FaultPoint.Turn, n => n == statement, faulty.Failures.Lost);
        faulty.Faults.Fail(FaultPoint.Commit, n => n == 0, faulty.Failures.Lost);

        IReadOnlyList<Receipt> receipts = (await faulty.Submitter("kent").Incidents.SubmitBatchAsync(updates, Cancel)).Receipts;
        Assert.Equal(2, faulty.Faults.Hits);
        Assert.DoesNotContain(receipts, r => r.Replayed);
        await AssertEachOnceAsync(faulty, [.. updates.Zip(receipts)]);
    }

    [Fact]
    public async Task A_turn_that_is_lost_every_time_is_unavailable_for_now()
    {
        await using TService faulty = await FaultyServiceAsync();
        IncidentUpdate update = Told.Report("kent", "r0");
        faulty.Faults!.Fail(FaultPoint.Commit, _ => true, faulty.Failures.Lost);
        await RefusedAsync(() => SubmitOneAsync(faulty, update));
        Assert.Equal(4, faulty.Faults.Hits);

        faulty.Faults.Mend();
        await AssertEachOnceAsync(faulty, (update, await SubmitOneAsync(faulty, update)));
    }

    [Fact]
    public async Task A_commit_that_was_done_and_whose_answer_was_lost_is_found_again()
    {
        await using TService faulty = await FaultyServiceAsync();
        IncidentUpdate first = Told.Report("kent", "r0", Told.Alleged("a1"));
        IncidentUpdate second = Told.Report("kent", "r1");

        faulty.Faults!.Fail(FaultPoint.Commit, n => n == 0, faulty.Failures.Gone, afterEffect: true);
        await RefusedAsync(() => SubmitOneAsync(faulty, first));
        Receipt found = await SubmitOneAsync(faulty, first);
        Assert.True(found.Replayed);

        faulty.Faults.Mend();
        faulty.Faults.Fail(FaultPoint.Commit, n => n == 0, faulty.Failures.Lost, afterEffect: true);
        SubmitIncidentResponse rerun = await faulty.Submitter("kent").Incidents.SubmitAsync(second, Cancel);
        Assert.True(rerun.Receipt.Replayed);
        Assert.Equal(2, faulty.Faults.Hits);
        await AssertEachOnceAsync(faulty, (first, found), (second, rerun.Receipt));
    }

    /// <summary>Every other commit is done and its answer lost, in a course and then in the one that loses the others.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Every_step_of_an_audit_can_be_run_twice(int parity)
    {
        await using TService untroubled = await FaultyServiceAsync();
        await using TService faulty = await FaultyServiceAsync();
        faulty.Faults!.Fail(FaultPoint.Commit, n => n % 2 == parity, faulty.Failures.Lost, afterEffect: true);

        (Audit expected, IReadOnlyList<string> drawn) = await CourseAsync(untroubled);
        (Audit audit, IReadOnlyList<string> drawnAgain) = await CourseAsync(faulty);

        Assert.InRange(faulty.Faults.Hits, 6, int.MaxValue);
        Assert.Equal(drawn, drawnAgain);
        Assert.Equal(expected, audit);
        Assert.Equal(await EntriesAsync(untroubled), await EntriesAsync(faulty));
    }

    private static async Task<(Audit Audit, IReadOnlyList<string> Drawn)> CourseAsync(TService service)
    {
        IncidentUpdate[] reports = [.. Enumerable.Range(0, 30).Select(i => Told.Report("kent", $"r{i}", Moments.Reported, "burglary"))];
        await service.Submitter("kent").Incidents.SubmitBatchAsync(reports, Cancel);
        await service.Lead().Rates.ImportVolumesAsync(Rates.Volumes.Of("v1", "kent", ("2018-12-31", 10, 20, 30)), Cancel);
        var inspection = new Inspection(service, "twice", "kent");
        await inspection.CreateAsync(Plans.Of("kent", SeedSource.CommitReveal, ("burglary", 6)));
        await inspection.CommitAsLeadAsync();
        await inspection.CommitAsForceAsync();
        await inspection.FreezeAsync();
        await inspection.RevealAsLeadAsync();
        await inspection.RevealAsForceAsync();
        await inspection.DrawAsync();
        await inspection.AssignAsync();
        IReadOnlyList<SampleItem> items = await inspection.ItemsAsync();
        foreach (SampleItem item in items)
        {
            await inspection.ReviewAsync(item.UnitId, Audits.Reviews.NoCrime());
        }

        return ((await service.Lead().Audits.GetAsync("twice", Cancel)).Audit, [.. items.Select(i => i.UnitId)]);
    }
}
