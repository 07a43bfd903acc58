using System.Globalization;
using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class RecordingRulesTests
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
        Assert.Equal(version, RecordingRules.For(Instant(reportedAt)).Name);
        Assert.Equal(Instant(deadline), RecordingRules.Deadline(Instant(reportedAt)));
    }

    [Theory]
    [InlineData("2019-03-30T12:00:00+00:00", "2019-03-31T13:00:00+01:00")]
    [InlineData("2019-10-26T12:00:00+01:00", "2019-10-27T11:00:00+00:00")]
    public void Twenty_four_hours_elapse_across_a_change_of_the_clocks(string reportedAt, string deadline) =>
        Assert.Equal(Instant(deadline), RecordingRules.Deadline(Instant(reportedAt)));

    [Fact]
    public void A_deadline_is_in_UTC() => Assert.Equal(TimeSpan.Zero, RecordingRules.Deadline(Instant("2019-06-01T12:00:00+01:00")).Offset);

    [Fact]
    public void Each_version_starts_at_midnight_in_London()
    {
        TimeZoneInfo london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        foreach (RuleVersion version in RecordingRules.Versions.Skip(1))
        {
            DateTime midnight = version.EffectiveFrom!.Value.ToDateTime(TimeOnly.MinValue);
            Assert.Equal(TimeZoneInfo.ConvertTimeToUtc(midnight, london), version.EffectiveFromInstant!.Value.UtcDateTime);
        }
    }

    [Fact]
    public void Versions_stand_oldest_first_and_only_the_oldest_has_no_start()
    {
        Assert.Equal(["before-2015-04", "from-2015-04", "2026-27"], RecordingRules.Versions.Select(version => version.Name));
        Assert.Equal([72, 24, 24], RecordingRules.Versions.Select(version => version.RecordingDeadline.TotalHours));
        Assert.Null(RecordingRules.Versions[0].EffectiveFromInstant);
        Assert.True(RecordingRules.Versions[1].EffectiveFromInstant < RecordingRules.Versions[2].EffectiveFromInstant);
    }

    [Fact]
    public void Only_the_rules_whose_text_is_held_cite_a_paragraph()
    {
        Assert.All(RecordingRules.Versions.Take(2), version => Assert.Equal(("not available", "not available"), (version.Paragraph, version.Text)));
        Assert.Equal("Crime Recording General Rules, \"When to record?\", page 10", RecordingRules.Versions[2].Paragraph);
        Assert.Contains("no later than 24 hours after the initial report was received", RecordingRules.Versions[2].Text, StringComparison.Ordinal);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
