using System.Globalization;
using AuditCore.Recording.Rules;

namespace AuditCore.Tests.Recording.Rules;

public sealed class RuleBookTests
{
    [Theory]
    [InlineData("2015-03-31T22:59:59.9999999Z", "before-2015-04", "2015-04-03T22:59:59.9999999Z")]
    [InlineData("2015-03-31T23:00:00Z", "from-2015-04", "2015-04-01T23:00:00Z")]
    [InlineData("2015-04-01T00:00:00+01:00", "from-2015-04", "2015-04-01T23:00:00Z")]
    [InlineData("2026-03-31T22:59:59Z", "from-2015-04", "2026-04-01T22:59:59Z")]
    [InlineData("2026-03-31T23:00:00Z", "2026-27", "2026-04-01T23:00:00Z")]
    [InlineData("1999-01-01T00:00:00Z", "before-2015-04", "1999-01-04T00:00:00Z")]
    public void A_report_falls_under_the_rules_in_force_when_it_was_made(string reportedAt, string version, string deadline)
    {
        Assert.Equal(version, RuleBook.Published.For(Instant(reportedAt)).Name);
        Assert.Equal(Instant(deadline), RuleBook.Published.Deadline(Instant(reportedAt)));
    }

    [Theory]
    [InlineData("2019-03-30T12:00:00+00:00", "2019-03-31T13:00:00+01:00")]
    [InlineData("2019-10-26T12:00:00+01:00", "2019-10-27T11:00:00+00:00")]
    public void Twenty_four_hours_elapse_across_a_change_of_the_clocks(string reportedAt, string deadline) =>
        Assert.Equal(Instant(deadline), RuleBook.Published.Deadline(Instant(reportedAt)));

    [Fact]
    public void A_deadline_is_in_UTC() => Assert.Equal(TimeSpan.Zero, RuleBook.Published.Deadline(Instant("2019-06-01T12:00:00+01:00")).Offset);

    [Fact]
    public void Each_version_starts_at_midnight_in_London()
    {
        TimeZoneInfo london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        foreach (RuleVersion version in RuleBook.Published.Versions.Skip(1))
        {
            DateTime midnight = version.EffectiveFrom!.Value.ToDateTime(TimeOnly.MinValue);
            Assert.Equal(TimeZoneInfo.ConvertTimeToUtc(midnight, london), version.EffectiveFromInstant!.Value.UtcDateTime);
        }
    }

    [Fact]
    public void Versions_stand_oldest_first_and_only_the_oldest_has_no_start()
    {
        Assert.Equal(["before-2015-04", "from-2015-04", "2026-27"], RuleBook.Published.Versions.Select(version => version.Name));
        Assert.Equal([72, 24, 24], RuleBook.Published.Versions.Select(version => version.RecordingDeadline.TotalHours));
        Assert.Null(RuleBook.Published.Versions[0].EffectiveFromInstant);
        Assert.True(RuleBook.Published.Versions[1].EffectiveFromInstant < RuleBook.Published.Versions[2].EffectiveFromInstant);
    }

    [Fact]
    public void Only_the_rules_whose_text_is_held_cite_a_paragraph()
    {
        foreach (RuleVersion version in RuleBook.Published.Versions)
        {
            bool held = version.Name == "2026-27";
            Assert.All(
                version.Rules.Select(r => r.Citation).Concat(version.Presumptions.Select(p => p.Citation))
                    .Concat(version.Exclusions.Select(e => e.Citation)),
                citation => Assert.Equal((held, held), (citation.Paragraph != "not available", citation.Text != "not available")));
        }

        Citation deadline = RuleBook.Published.Versions[2].Deadline;
        Assert.Equal("Crime Recording General Rules, \"When to record?\", page 10", deadline.Paragraph);
        Assert.Contains("no later than 24 hours after the initial report was received", deadline.Text, StringComparison.Ordinal);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
