using Acceptance.Tests.Overdue;
using Acceptance.Tests.Support;
using CrimeAudit.V1;

namespace Acceptance.Tests.Scenarios;

/// <summary>Cases such as inspectors found them months later, and what the service says of each a day later.</summary>
public abstract class PublishedCasesTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task The_forced_marriage_of_which_no_crime_was_alleged_heads_the_list_a_day_later()
    {
        ForceDesk force = Of("thames-valley");
        await force.ReportAsync("u1", "burglary", ReporterKind.Victim, [], Told.Alleged("burglary", Codes.Burglary));
        await force.ReportAsync("u2", "Concern for Safety", ReporterKind.Victim, ["honour-based-incident", "suicide-risk"]);
        await force.CloseAsync("u2", "Concern for Safety");
        await using OverdueWatcher desk = await force.WatchAsync();
        force.Wait(hours: 24);
        Assert.Empty(await force.OverdueRefsAsync());
        force.Wait(hours: 1);

        OverdueCrime worst = (await force.OverdueAsync()).Crimes[0];
        Assert.Equal(("presumed:honour-based-abuse", true, "honour-based-abuse", 3_600), (worst.AllegedRef, worst.Presumed, worst.Rule, worst.OverdueSeconds));
        Assert.Equal(["honour-based-incident", "suicide-risk"], worst.Points.Where(p => p.Reason == UrgencyReason.Qualifier).Select(p => p.Name));
        Assert.Equal(["presumed:honour-based-abuse", "burglary"], await force.OverdueRefsAsync());

        // The desk that watches is told by itself, the worst first.
        Assert.Equal("passed presumed:honour-based-abuse", await desk.NewsAsync());
        Assert.Equal("passed burglary", await desk.NewsAsync());

        await force.RecordAsync("u2", "c1", "036/05");
        Assert.Equal("resolved presumed:honour-based-abuse", await desk.NewsAsync());
        Assert.Equal(["burglary"], await force.OverdueRefsAsync());
    }

    [Fact]
    public async Task The_dog_that_bit_a_man_is_a_crime_and_no_matter_of_wildlife()
    {
        ForceDesk force = Of("kent");
        await force.ReportAsync("u1", "Animals/Wildlife", ReporterKind.Victim, ["dog-bite"]);
        await force.CloseAsync("u1", "Animals/Wildlife");
        force.Wait(hours: 25);
        Assert.Equal("008/21", Assert.Single((await force.OverdueAsync()).Crimes).Offence.Code);

        await force.RecordAsync("u1", "c1", "008/21");
        Assert.Empty(await force.OverdueRefsAsync());
    }

    [Fact]
    public async Task The_actual_bodily_harm_written_off_as_an_accident_is_overdue_until_somebody_answers_for_it()
    {
        ForceDesk force = Of("essex");
        await force.ReportAsync("u1", "assault", ReporterKind.Victim, [], Told.Alleged("abh"));
        await force.CloseAsync("u1", "accident");
        force.Wait(hours: 25);
        Assert.Equal(["abh"], await force.OverdueRefsAsync());

        await force.DecideAgainstAsync("u1", "abh", NotRecordedReason.NoNotifiableCrime);
        Assert.Empty(await force.OverdueRefsAsync());
        Assert.Contains("victim-told-of-decision", await force.BreachesAsync("u1"));
    }

    [Fact]
    public async Task The_child_whose_teacher_reported_waits_for_nobody_to_confirm()
    {
        ForceDesk force = Of("surrey");
        await force.ReportAsync("u1", "Concern for Safety", ReporterKind.ProfessionalThirdParty, ["vulnerable-child-young-person"]);
        force.Wait(hours: 25);
        OverdueCrime child = Assert.Single((await force.OverdueAsync()).Crimes);
        Assert.Equal(("child-at-risk", 20), (child.Rule, child.Points.Single(p => p.Reason == UrgencyReason.Reporter).Points));

        await force.DecideAgainstAsync("u1", "presumed:child-at-risk", NotRecordedReason.VictimDidNotConfirm);
        Assert.Contains("third-party-acts-for-victim", await force.BreachesAsync("u1"));
    }

    [Fact]
    public async Task The_rape_recorded_as_an_assault_is_still_owed_its_answer()
    {
        ForceDesk force = Of("cumbria");
        await force.ReportAsync("u1", "rape", ReporterKind.Victim, [], Told.Alleged("assault"));
        await force.RecordAsync("u1", "c1", Codes.Violence, "assault");
        force.Wait(hours: 25);
        Assert.Equal(["presumed:rape"], await force.OverdueRefsAsync());

        await force.RecordAsync("u1", "c2", Codes.AdultRape);
        Assert.Empty(await force.OverdueRefsAsync());
    }

    [Fact]
    public async Task The_crime_cancelled_without_a_word_to_the_victim_is_a_breach()
    {
        ForceDesk force = Of("norfolk");
        await force.ReportAsync("u1", "", ReporterKind.Victim, [], Told.Alleged("abh"));
        await force.RecordAsync("u1", "c1", Codes.Violence, "abh");
        await force.CancelUntoldAsync("u1", "c1");
        Assert.Equal(["cancellation-victim-told"], await force.BreachesAsync("u1"));
    }

    [Fact]
    public async Task The_force_whose_crime_feed_died_is_shown_as_such_beside_what_seems_overdue()
    {
        ForceDesk force = Of("durham");
        await force.ReportAsync("u1", "", ReporterKind.Victim, [], Told.Alleged("first"));
        await force.RecordAsync("u1", "c1", Codes.Violence, "first");
        force.Wait(hours: 3);
        await force.ReportAsync("u2", "", ReporterKind.Victim, [], Told.Alleged("second"));
        Assert.Empty(await force.StaleAsync());

        force.Wait(hours: 25);
        await force.ReportAsync("u3", "", ReporterKind.Victim, [], Told.Alleged("third"));
        Assert.Equal(["second"], await force.OverdueRefsAsync());
        Assert.Equal([Told.CrimeSystem], await force.StaleAsync());
    }

    [Fact]
    public async Task The_desk_that_watches_is_told_when_the_crime_feed_dies_and_when_it_speaks_again()
    {
        ForceDesk force = Of("gwent");
        await force.ReportAsync("u1", "", ReporterKind.Victim, [], Told.Alleged("first"));
        await force.RecordAsync("u1", "c1", Codes.Violence, "first");
        await using OverdueWatcher watcher = await force.WatchAsync();
        Assert.All(Assert.Single(watcher.Begun.Freshness).Sources, s => Assert.False(s.Stale));
        force.Wait(hours: 5);
        await force.ReportAsync("u2", "", ReporterKind.Victim, [], Told.Alleged("second"));
        force.Wait(hours: 1.01);
        Assert.Equal([Told.CrimeSystem], await watcher.StaleAsync());
        force.Wait(seconds: 15);
        Assert.Equal([Told.CrimeSystem], await watcher.StaleAtHeartbeatAsync());

        // What passes is told beside a feed that is dead, and when that comes back, what it recorded.
        force.Wait(hours: 24);
        Assert.Equal("passed second", await watcher.NewsAsync());
        Assert.Equal([Told.CrimeSystem, Told.Command], await watcher.StaleAsync());
        await force.RecordAsync("u2", "c2", Codes.Violence, "second");
        Assert.Equal("resolved second", await watcher.NewsAsync());
        Assert.Equal([Told.Command], await watcher.StaleAsync());
    }

    private ForceDesk Of(string force) => new(Service, force, Cancel);
}
