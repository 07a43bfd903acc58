using AuditServer.Rates;
using AuditServer.Sequencing;
using Microsoft.Extensions.Options;

namespace AuditServer.Tests.Rates;

public sealed class SourceFreshnessesTests
{
    private static readonly DateTimeOffset Noon = new(2019, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly RateOptions options = new();

    [Fact]
    public void A_system_is_stale_from_the_microsecond_after_its_age_on_which_can_be_its_own()
    {
        options.StaleAfterBySystem = new Dictionary<string, TimeSpan> { ["niche"] = TimeSpan.FromHours(1) };
        SourceRow[] sources = [Heard("niche", Noon), Heard("storm", Noon)];
        Assert.Equal(Noon.AddHours(1).AddMicroseconds(1), Freshnesses.ChangesAt(sources, Noon));
        Assert.Equal("", Stale(Noon.AddHours(1), sources));
        Assert.Equal("niche", Stale(Noon.AddHours(1).AddMicroseconds(1), sources));
        Assert.Equal(Noon.AddHours(6).AddMicroseconds(1), Freshnesses.ChangesAt(sources, Noon.AddHours(2)));
        Assert.Equal("niche", Stale(Noon.AddHours(6), sources));
        Assert.Equal("niche storm", Stale(Noon.AddHours(6).AddMicroseconds(1), sources));
        Assert.Null(Freshnesses.ChangesAt(sources, Noon.AddHours(7)));
    }

    [Fact]
    public void A_system_that_sends_of_long_ago_is_stale_only_where_that_is_asked_for()
    {
        SourceRow[] sources = [Heard("niche", Noon, Noon.AddDays(-2)), Heard("storm", Noon)];
        Assert.Equal("", Stale(Noon, sources));
        options.StaleEventsAfter = TimeSpan.FromDays(3);
        Assert.Equal("", Stale(Noon, sources));
        Assert.Equal(Noon.AddHours(6).AddMicroseconds(1), Freshnesses.ChangesAt(sources, Noon));
        options.StaleEventsAfter = TimeSpan.FromDays(2) + TimeSpan.FromHours(1);
        Assert.Equal(Noon.AddHours(1).AddMicroseconds(1), Freshnesses.ChangesAt(sources, Noon));
        Assert.Equal("niche", Stale(Noon.AddHours(1).AddMicroseconds(1), sources));
    }

    [Fact]
    public void A_system_that_is_expected_and_was_never_heard_of_is_stale_without_times_for_its_force_alone()
    {
        options.ExpectedSystems = ["kent/niche", "kent/storm", "kent/niche", "essex/athena"];
        var never = Assert.Single(Freshnesses.Of("kent", [Heard("storm", Noon)], Noon), s => s.Stale);
        Assert.Equal(("niche", null, null), (never.SourceSystem, never.LastAcceptedTime, never.LastEventTime));
        Assert.Equal("athena", string.Join(' ', Freshnesses.Of("essex", [], Noon).Select(s => s.SourceSystem)));
        Assert.Empty(Freshnesses.Of("surrey", [], Noon));
    }

    [Fact]
    public void Ages_and_systems_that_cannot_be_meant_are_refused_by_name()
    {
        options.StaleAfterBySystem = new Dictionary<string, TimeSpan> { ["niche"] = TimeSpan.Zero, ["storm"] = TimeSpan.FromDays(1) };
        options.ExpectedSystems = ["kent/niche", "niche", "atlantis/niche", "kent/"];
        string[] wrong = [.. new RateOptionsCheck().Validate(null, options).Failures!];
        Assert.Equal(4, wrong.Length);
        Assert.StartsWith("CrimeAudit:Rates:StaleAfterBySystem:niche is 00:00:00; ", wrong[0], StringComparison.Ordinal);
        Assert.All(wrong[1..], w => Assert.StartsWith("CrimeAudit:Rates:ExpectedSystems holds '", w, StringComparison.Ordinal));
    }

    private SourceFreshnesses Freshnesses => new(Options.Create(options));

    private string Stale(DateTimeOffset now, SourceRow[] sources) =>
        string.Join(' ', Freshnesses.Of("kent", sources, now).Where(s => s.Stale).Select(s => s.SourceSystem));

    private static SourceRow Heard(string system, DateTimeOffset accepted, DateTimeOffset? happened = null) => new()
    {
        SourceSystem = system,
        LastAcceptedMicros = Micros.Of(accepted),
        LastEventMicros = happened is { } time ? Micros.Of(time) : null,
    };
}
