using AuditServer.Overdue.Watching;
using AuditServer.Sequencing;
using CrimeAudit.Client;
using Microsoft.Extensions.Time.Testing;
using EventTimes = CrimeAudit.Client.EventTimes;

namespace AuditServer.Tests.Overdue;

public sealed class OverdueTrackerTests
{
    private readonly FakeTimeProvider clock = new(Kent.Start);
    private readonly OverdueAudience audience = new();
    private readonly OpenCrimes crimes;
    private readonly OverdueSources sources = Kent.Sources();
    private readonly OverdueTracker tracker;

    public OverdueTrackerTests()
    {
        crimes = new OpenCrimes(clock);
        tracker = new OverdueTracker(crimes, crimes, crimes, new OverdueHistories(Kent.Reference), sources, audience);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => clock.GetUtcNow();

    [Fact]
    public async Task A_deadline_is_told_once_and_what_comes_next_is_known()
    {
        crimes.Tell(Kent.Report("r1", Now));
        crimes.Tell(Kent.Report("r2", Now.AddHours(1)));
        using OverdueSubscription told = await BeginAsync();
        Assert.Equal(Micros.Of(Kent.Start.AddHours(24)), await LookAsync());

        // At the deadline itself it has not passed.
        clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(Micros.Of(Kent.Start.AddHours(24)), await LookAsync());
        Assert.Empty(Take(told));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Micros.Of(Kent.Start.AddHours(25)), await LookAsync());
        Assert.Equal("a-r1", Assert.IsType<DeadlineNeared>(Assert.Single(Take(told))).Crime.AllegedRef);
        await LookAsync();
        Assert.Empty(Take(told));
    }

    [Fact]
    public async Task A_clock_that_steps_back_makes_nothing_pass_twice()
    {
        crimes.Tell(Kent.Report("r1", Now));
        using OverdueSubscription told = await BeginAsync();
        await tracker.LookAsync(Now.AddHours(25), [0], Cancel);
        Assert.Single(Take(told));
        await tracker.LookAsync(Now.AddHours(23), [0], Cancel);
        await tracker.LookAsync(Now.AddHours(25), [0], Cancel);
        Assert.Empty(Take(told));
    }

    [Fact]
    public async Task An_incident_of_which_updates_tell_is_told_of_by_them_alone()
    {
        crimes.Tell(Kent.Report("r1", Now));
        crimes.Tell(Kent.Report("r2", Now));
        using OverdueSubscription told = await BeginAsync();
        clock.Advance(TimeSpan.FromHours(25));
        crimes.Tell(Kent.Answer("r1", Now));
        await LookAsync();
        OverdueEvent[] events = Take(told);
        Assert.Equal(["a-r1"], Assert.IsType<IncidentTold>(events[0]).Before.Select(c => c.AllegedRef));
        Assert.Empty(Assert.IsType<IncidentTold>(events[0]).After);
        Assert.Equal("a-r2", Assert.IsType<DeadlineNeared>(Assert.Single(events[1..])).Crime.AllegedRef);
    }

    [Fact]
    public async Task More_updates_than_a_look_takes_in_are_told_look_by_look_each_incident_from_where_it_stood()
    {
        using OverdueSubscription told = await BeginAsync();
        for (int i = 0; i < 499; i++)
        {
            crimes.Tell(Kent.Report($"r{i}", Now.AddDays(-2)));
        }

        crimes.Tell(Kent.Report("split", Now.AddDays(-2)));
        crimes.Tell(Kent.Answer("split", Now));
        await LookAsync();
        Assert.Equal((500, true), (tracker.Size, tracker.IsBehind));
        await LookAsync();
        Assert.False(tracker.IsBehind);
        IncidentTold[] split = [.. Take(told).Cast<IncidentTold>().Where(e => e.IncidentId == 499)];
        Assert.Equal([(0, 1), (1, 0)], split.Select(e => (e.Before.Count, e.After.Count)));
        Assert.Equal([OpenCrimes.At(500, Micros.Of(Now)), OpenCrimes.At(501, Micros.Of(Now))], split.Select(e => e.To));
        Assert.Equal(["a-split"], split[0].Late);
        Assert.Equal(501, tracker.Size);
    }

    [Fact]
    public async Task A_system_that_falls_silent_is_told_once_and_again_when_it_speaks()
    {
        crimes.Tell(Kent.Report("r1", Now));
        crimes.Tell(Kent.Answer("r1", Now));
        using OverdueSubscription told = await BeginAsync();
        // At three days to the microsecond they are not yet stale, and nothing else is to come.
        Assert.Equal(Micros.Of(Now.AddHours(72)), await LookAsync());
        clock.Advance(TimeSpan.FromHours(60));
        crimes.Tell(Kent.Report("r2", Now.AddDays(-2)));
        await LookAsync();
        Assert.Empty(TakeSilent(told));

        clock.Advance(TimeSpan.FromHours(12) + TimeSpan.FromMicroseconds(1));
        Assert.Equal(Micros.Of(Kent.Start.AddHours(132)), await LookAsync());
        Assert.Equal(["niche"], TakeSilent(told));
        await LookAsync();
        Assert.Empty(TakeSilent(told));
        Assert.Equal(2, sources.Of("kent").Count);

        crimes.Tell(Kent.Answer("r2", Now));
        await LookAsync();
        Assert.Equal([""], TakeSilent(told));
    }

    [Fact]
    public async Task A_deadline_that_passes_during_a_back_fill_is_told_before_what_is_still_to_be_taken_in_and_once()
    {
        crimes.Tell(Kent.Report("due", Now));
        crimes.Tell(Kent.Report("touched", Now));
        crimes.Tell(Kent.Report("answered", Now));
        using OverdueSubscription told = await BeginAsync();
        clock.Advance(TimeSpan.FromHours(24));
        for (int i = 0; i < 1_200; i++)
        {
            crimes.Tell(Kent.Report($"r{i}", Now.AddDays(-2)));
        }

        // Of these the updates are among the last that are taken in.
        crimes.Tell(Kent.Answer("answered", Now));
        crimes.Tell(IncidentUpdates.Closed("kent", "storm", "touched", EventTimes.Instant(Now), "resolved"));
        await LookAsync();
        Assert.All(Take(told), e => Assert.IsType<IncidentTold>(e));

        clock.Advance(TimeSpan.FromSeconds(1));
        await LookAsync();
        Assert.True(tracker.IsBehind);
        Assert.Equal(["a-due", "a-touched"], Take(told).OfType<DeadlineNeared>().Select(e => e.Crime.AllegedRef));
        await LookAsync();
        Assert.False(tracker.IsBehind);
        Assert.Empty(Take(told).OfType<DeadlineNeared>());
    }

    private async Task<OverdueSubscription> BeginAsync()
    {
        OverdueSubscription told = audience.Join(Kent.Filter(), 1_000);
        await tracker.BeginAsync(Now, Cancel);
        return told;
    }

    private async Task<long?> LookAsync() => await tracker.LookAsync(Now, audience.Aheads, Cancel);

    /// <summary>What was told of crimes.</summary>
    private static OverdueEvent[] Take(OverdueSubscription told) => [.. TakeAll(told).Where(e => e is not FreshnessChanged)];

    /// <summary>The systems that were told to be silent, at each change.</summary>
    private static string[] TakeSilent(OverdueSubscription told) =>
    [
        .. TakeAll(told).OfType<FreshnessChanged>().Select(e => string.Join(
            ' ', Kent.Freshness.Of(e.Force, e.Sources, Micros.ToTime(e.To.Micros)).Where(s => s.Stale).Select(s => s.SourceSystem))),
    ];

    private static OverdueEvent[] TakeAll(OverdueSubscription told)
    {
        List<OverdueEvent> events = [];
        while (told.Events.TryRead(out OverdueEvent? happened))
        {
            events.Add(happened);
        }

        return [.. events];
    }
}
