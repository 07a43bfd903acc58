using AuditCore.Recording;
using AuditServer.Overdue;
using AuditServer.Overdue.Watching;
using AuditServer.Rates;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;
using EventTimes = CrimeAudit.Client.EventTimes;

namespace AuditServer.Tests.Overdue;

/// <summary>What a force tells, and watches.</summary>
internal static class Kent
{
    public static readonly DateTimeOffset Start = new(2019, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static PublishedReference Reference { get; } = new();

    /// <summary>How fresh its systems are: deadlines pass before any of them is silent for too long.</summary>
    public static SourceFreshnesses Freshness { get; } = new(Options.Create(new RateOptions { StaleAfter = TimeSpan.FromDays(3) }));

    /// <summary>What the clock hears of them.</summary>
    public static OverdueSources Sources() => new(Freshness);

    /// <summary>A crime of violence is alleged.</summary>
    public static IncidentUpdate Report(string reference, DateTimeOffset reported) => IncidentUpdates.Opened(
        "kent", "storm", reference, reported, "", [new AllegedCrime { AllegedRef = $"a-{reference}", Offence = new Offence { Code = "005/02" } }]);

    /// <summary>It is recorded.</summary>
    public static IncidentUpdate Answer(string reference, DateTimeOffset recorded) => IncidentUpdates.CrimeRecorded(
        "kent",
        "storm",
        reference,
        EventTimes.Instant(recorded),
        new CrimeRecorded { CrimeRef = $"c-{reference}", Offence = new Offence { Code = "005/02" }, AllegedRefs = { $"a-{reference}" } },
        "niche");

    /// <summary>What a watch of the force lists.</summary>
    public static OverdueFilter Filter(TimeSpan within = default) =>
        new(OverdueQuestion.Read(new WatchOverdueRequest { Force = "kent", DueWithin = within.ToDuration() }), ["kent"]);
}
