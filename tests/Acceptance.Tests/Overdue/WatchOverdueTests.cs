using System.Globalization;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace Acceptance.Tests.Overdue;

public abstract class WatchOverdueTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private DateTimeOffset Now => Service.Clock.GetUtcNow();

    [Fact]
    public async Task It_begins_with_the_list_and_tells_when_a_deadline_passes_and_what_answers_it()
    {
        await SubmitAsync(
            Told.Report("kent", "r1", Now.AddDays(-3), "", Told.Alleged("theft", Codes.Theft), Told.Alleged("rape", Codes.AdultRape)),
            Told.Report("kent", "r2", Now, "", Told.Alleged("a1")));
        await using OverdueWatcher watcher = await WatchAsync("kent");
        Assert.Equal(["rape", "theft"], watcher.Listed);
        Assert.Equal((2, 2), (watcher.Begun.Totals.Overdue, watcher.Begun.Listed));
        Assert.Equal("unanswered alleged and presumed crimes; not a recording rate", watcher.Begun.Method);

        Service.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        WatchOverdueResponse passed = await watcher.NextAsync();
        Assert.Equal(("a1", 1), (passed.Passed?.AllegedRef, passed.Passed?.OverdueSeconds));
        Assert.Equal(Now, passed.AsOf.EvaluatedTime.ToDateTimeOffset());

        Receipt answer = (await SubmitAsync(Told.Crime("kent", "r2", "c1", Now, answers: "a1")))[0];
        WatchOverdueResponse told = await watcher.NextAsync();
        Assert.Equal(("a1", AllegedCrimeAnswer.Recorded, "c1"), (told.Resolved?.Crime.AllegedRef, told.Resolved?.Answer, told.Resolved?.AnsweredBy));
        Assert.Equal(answer.EntryIndex + 1, told.AsOf.TreeSize);
    }

    [Fact]
    public async Task What_is_back_filled_is_listed_and_what_is_alleged_no_more_is_resolved()
    {
        await using OverdueWatcher watcher = await WatchAsync("essex");
        Assert.Empty(watcher.Listed);
        IncidentUpdate report = Told.Report("essex", "r1", Now.AddDays(-2), "rape", Told.Alleged("a1", Codes.AdultRape));
        await SubmitAsync(report);
        Assert.Equal("listed a1", await watcher.NewsAsync());

        await SubmitAsync(Told.Withdrawn("essex", "r1", Told.Command, report.Sender.RequestId, Now));
        OverdueResolved? gone = (await watcher.NextAsync()).Resolved;
        Assert.Equal(("a1", AllegedCrimeAnswer.Unspecified), (gone?.Crime.AllegedRef, gone?.Answer));
    }

    [Fact]
    public async Task A_crime_recorded_and_withdrawn_again_is_listed_anew_and_a_reason_resolves_it()
    {
        await SubmitAsync(Told.Report("surrey", "r1", Now.AddDays(-2), "", Told.Alleged("a1")));
        IncidentUpdate crime = Told.Crime("surrey", "r1", "c1", Now, answers: "a1");
        await SubmitAsync(crime);
        await using OverdueWatcher watcher = await WatchAsync("surrey");
        Assert.Empty(watcher.Listed);

        await SubmitAsync(Told.Withdrawn("surrey", "r1", Told.CrimeSystem, crime.Sender.RequestId, Now));
        Assert.Equal("listed a1", await watcher.NewsAsync());
        var decision = new CrimeNotRecorded { AllegedRefs = { "a1" }, Reason = NotRecordedReason.OtherForce };
        await SubmitAsync(IncidentUpdates.Of("surrey", Told.Command, "r1", EventTimes.Instant(Now), u => u.CrimeNotRecorded = decision));
        OverdueResolved? resolved = (await watcher.NextAsync()).Resolved;
        Assert.Equal((AllegedCrimeAnswer.NotRecorded, NotRecordedReason.OtherForce), (resolved?.Answer, resolved?.NotRecordedReason));
    }

    [Fact]
    public async Task A_deadline_that_moved_ahead_again_resolves_a_crime_and_passes_anew()
    {
        IncidentUpdate early = Told.Report("cleveland", "r1", Now.AddDays(-2), "", Told.Alleged("a1"));
        await SubmitAsync(early);
        await using OverdueWatcher watcher = await WatchAsync("cleveland");
        Assert.Equal(["a1"], watcher.Listed);

        // The report was really of this moment.
        await SubmitAsync(Told.Withdrawn("cleveland", "r1", Told.Command, early.Sender.RequestId, Now));
        Assert.Equal("resolved a1", await watcher.NewsAsync());
        await SubmitAsync(Again(Told.Report("cleveland", "r1", Now, "", Told.Alleged("a1"))));
        Service.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        Assert.Equal("passed a1", await watcher.NewsAsync());
    }

    [Fact]
    public async Task What_comes_due_within_the_time_asked_about_is_listed_and_then_passes()
    {
        await using OverdueWatcher ahead = await WatchAsync(new WatchOverdueRequest { Force = "dorset", DueWithin = TimeSpan.FromHours(2).ToDuration() });
        await using OverdueWatcher overdue = await WatchAsync("dorset");
        await SubmitAsync(Told.Report("dorset", "r1", Now, "", Told.Alleged("a1")), Told.Report("dorset", "r2", Now.AddHours(-23), "", Told.Alleged("a2")));
        WatchOverdueResponse due = await ahead.NextAsync();
        Assert.Equal(("a2", -3_600), (due.Listed?.AllegedRef, due.Listed?.OverdueSeconds));

        Service.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        Assert.Equal("passed a2", await ahead.NewsAsync());
        Assert.Equal("passed a2", await overdue.NewsAsync());
        Service.Clock.Advance(TimeSpan.FromHours(21));
        Assert.Equal("listed a1", await ahead.NewsAsync());
        Service.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("passed a1", await ahead.NewsAsync());
        Assert.Equal("passed a1", await overdue.NewsAsync());
    }

    [Fact]
    public async Task Filters_are_those_of_the_list()
    {
        await using OverdueWatcher presumed = await WatchAsync(new WatchOverdueRequest { Force = "norfolk", Origin = CrimeOrigin.Presumed });
        await using OverdueWatcher thefts = await WatchAsync(new WatchOverdueRequest { Force = "norfolk", OffenceClasses = { "theft" } });
        await using OverdueWatcher sexual = await WatchAsync(new WatchOverdueRequest { Force = "norfolk", OffenceGroups = { OffenceGroup.Sexual } });
        await SubmitAsync(
            Told.Report("norfolk", "r1", Now.AddDays(-2), "domestic-incident"),
            Told.Report("norfolk", "r2", Now.AddDays(-2), "", Told.Alleged("theft", Codes.Theft)),
            Told.Report("norfolk", "r3", Now.AddDays(-2), "", Told.Alleged("rape", Codes.AdultRape)));
        Assert.Equal("listed presumed:domestic-abuse", await presumed.NewsAsync());
        Assert.Equal("listed theft", await thefts.NewsAsync());
        Assert.Equal("listed rape", await sexual.NewsAsync());

        InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(() => WatchAsync(new WatchOverdueRequest
        {
            Force = "norfolk",
            DueWithin = TimeSpan.FromDays(31).ToDuration(),
            OffenceGroups = { (OffenceGroup)9 },
            OffenceClasses = { "murder" },
            Origin = (CrimeOrigin)3,
        }));
        Assert.Equal(
            ["due_within", "offence_classes", "offence_groups", "origin"], refused.Violations.Select(v => v.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_watcher_hears_of_the_forces_that_it_may_ask_about_and_a_lead_of_all()
    {
        await using OverdueWatcher own = await OverdueWatcher.BeginAsync(Service.Reader("cheshire"), "", Cancel);
        await using OverdueWatcher all = await OverdueWatcher.BeginAsync(Service.Lead(), "", Cancel);
        await SubmitAsync(
            Told.Report("cumbria", "r1", Now.AddDays(-2), "", Told.Alleged("elsewhere")),
            Told.Report("cheshire", "r1", Now.AddDays(-2), "", Told.Alleged("here")));
        Assert.Equal("listed here", await own.NewsAsync());
        string news;
        do
        {
            // The class's other tests may tell of their forces meanwhile.
            news = await all.NewsAsync();
        }
        while (news != "listed elsewhere");
        Assert.Equal("listed here", await all.NewsAsync());
        PermissionException refused = await Assert.ThrowsAsync<PermissionException>(
            () => OverdueWatcher.BeginAsync(Service.Reader("cheshire"), "cumbria", Cancel));
        Assert.Equal(ErrorReason.ForceNotPermitted, refused.Reason);
    }

    // The clocks go forward on 31 March 2019 at 01:00 UTC and back on 27 October at 01:00 UTC; a deadline is 24 hours, not a day.
    [Theory]
    [InlineData("2019-03-30T18:00:00Z", "2019-03-31T19:00:00+01:00")]
    [InlineData("2019-10-26T18:00:00+01:00", "2019-10-27T17:00:00+00:00")]
    public async Task Over_a_change_of_the_clocks_a_deadline_passes_after_twenty_four_hours_and_not_at_the_same_time_of_day(string reported, string deadline) =>
        Assert.Equal(DateTimeOffset.Parse(deadline, CultureInfo.InvariantCulture), (await PassedAfterAsync(reported, 24)).Deadline.ToDateTimeOffset());

    [Theory]
    [InlineData("2015-03-10T10:00:00Z", 72)]
    [InlineData("2015-04-10T10:00:00+01:00", 24)]
    public async Task A_report_of_before_april_2015_has_its_deadline_after_seventy_two_hours_and_one_since_after_twenty_four(string reported, int hours) =>
        Assert.Equal("a1", (await PassedAfterAsync(reported, hours)).AllegedRef);

    /// <summary>The crime of a report made at a time, which a watch is told has passed so many hours later and no second earlier.</summary>
    private static async Task<OverdueCrime> PassedAfterAsync(string reported, int hours)
    {
        await using TService own = await EmptyServiceAsync();
        var at = DateTimeOffset.Parse(reported, CultureInfo.InvariantCulture);
        own.Clock.AdjustTime(at);
        await SubmitAsync(own, Told.Report("kent", "r1", at, "", Told.Alleged("a1")));
        await using OverdueWatcher watcher = await OverdueWatcher.BeginAsync(own.Reader("kent"), "kent", Cancel);
        own.Clock.Advance(TimeSpan.FromHours(hours));
        Assert.Empty((await own.Reader("kent").Incidents.ListOverduePageAsync(new ListOverdueRequest { Force = "kent" }, Cancel)).Crimes);
        own.Clock.Advance(TimeSpan.FromSeconds(1));
        WatchOverdueResponse passed = await watcher.NextAsync();
        Assert.Equal(1, passed.Passed?.OverdueSeconds);
        return passed.Passed!;
    }

    private Task<OverdueWatcher> WatchAsync(string force) => OverdueWatcher.BeginAsync(Service.Reader(force), force, Cancel);

    private Task<OverdueWatcher> WatchAsync(WatchOverdueRequest request) =>
        OverdueWatcher.BeginAsync(Service.Reader(request.Force), request, Cancel);

    private static IncidentUpdate Again(IncidentUpdate update)
    {
        update.Sender.RequestId += "-again";
        return update;
    }
}
