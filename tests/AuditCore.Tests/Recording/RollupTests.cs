using AuditCore.Recording;
using AuditCore.Reference;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording;

public sealed class RollupTests
{
    [Fact]
    public void Alleged_and_presumed_crimes_are_counted_apart()
    {
        IncidentUpdate report = Reported(At(0), "rape", ReporterKind.Victim);
        report.Opened.AllegedCrimes.Add(Alleged("a1", Assault));
        Dictionary<(RollupCell Cell, RollupCount Count), long> tally = [];
        RollupContributions.Add(State(report, Recorded(At(1), "c1", Assault)), +1, tally);
        Assert.Equal(1, tally[(new RollupCell(201902, OffenceClass.ViolenceAgainstThePerson), RollupCount.RecordedInTime)]);
        Assert.Equal(1, tally[(new RollupCell(201902, OffenceClass.SexualOffences), RollupCount.PresumedOpen)]);
        Assert.Equal(2, tally.Count);
    }

    [Theory]
    [InlineData(RollupCount.RecordedInTime, RollupCount.PresumedRecordedInTime)]
    [InlineData(RollupCount.RecordedLate, RollupCount.PresumedRecordedLate)]
    [InlineData(RollupCount.RecordedTimeUnknown, RollupCount.PresumedRecordedTimeUnknown)]
    [InlineData(RollupCount.Cancelled, RollupCount.PresumedCancelled)]
    [InlineData(RollupCount.NotRecordedWithReason, RollupCount.PresumedNotRecordedWithReason)]
    [InlineData(RollupCount.ReportedIncident, RollupCount.PresumedReportedIncident)]
    [InlineData(RollupCount.Open, RollupCount.PresumedOpen)]
    [InlineData(RollupCount.OpenTimeUnknown, RollupCount.PresumedOpenTimeUnknown)]
    public void Every_count_of_alleged_crimes_has_one_of_presumed_crimes_ten_further(RollupCount alleged, RollupCount presumed) =>
        Assert.Equal(10, presumed - alleged);

    [Fact]
    public void Each_further_dimension_counts_every_crime_under_its_value()
    {
        IncidentUpdate report = Opened(At(0), Alleged("a1", Assault), Alleged("a2", Assault));
        report.Opened.Area = "north";
        report.Opened.Channel = Channel.Online;
        report.Opened.Qualifiers.Add(["domestic-abuse", "repeat"]);
        Dictionary<string, long> values = ByValue(State(report, NotRecorded(At(1), "a2", NotRecordedReason.Duplicate), Closed(At(2), "no-crime")));
        Assert.Equal(
            [
                "Area north NotRecordedWithReason 1", "Area north Open 1",
                "Channel CHANNEL_ONLINE NotRecordedWithReason 1", "Channel CHANNEL_ONLINE Open 1",
                "ClosingCode no-crime NotRecordedWithReason 1", "ClosingCode no-crime Open 1",
                "NotRecordedReason NOT_RECORDED_REASON_DUPLICATE NotRecordedWithReason 1",
                "OpeningCode violence NotRecordedWithReason 1", "OpeningCode violence Open 1",
                "Qualifier domestic-abuse NotRecordedWithReason 1", "Qualifier domestic-abuse Open 1",
                "Qualifier repeat NotRecordedWithReason 1", "Qualifier repeat Open 1",
            ],
            values.Select(v => $"{v.Key} {v.Value}"));
    }

    [Fact]
    public void What_has_no_qualifier_counts_under_the_empty_one() =>
        Assert.Contains("Qualifier  PresumedOpen", ByValue(State(Reported(At(0), "rape", ReporterKind.Victim))).Keys);

    [Fact]
    public void Records_that_answer_nothing_count_under_the_values_of_their_incident() =>
        Assert.Contains("OpeningCode violence UnmatchedCrimeRecord", ByValue(State(
            Opened(At(0), Alleged("a1", Assault)), Recorded(At(1), "c1", Burglary))).Keys);

    [Fact]
    public void Months_are_those_of_London()
    {
        Assert.Equal(201907, LondonTime.MonthOf(new DateTimeOffset(2019, 6, 30, 23, 0, 0, TimeSpan.Zero)));
        Assert.Equal(201906, LondonTime.MonthOf(new DateTimeOffset(2019, 6, 30, 22, 59, 59, TimeSpan.Zero)));
        Assert.Equal(201901, LondonTime.MonthOf(new DateTimeOffset(2019, 1, 31, 23, 59, 59, TimeSpan.Zero)));
    }

    private static Dictionary<string, long> ByValue(IncidentState state)
    {
        Dictionary<(RollupValue Value, RollupCell Cell, RollupCount Count), long> tally = [];
        RollupContributions.AddByValue(state, +1, tally);
        return tally.OrderBy(t => $"{t.Key.Value.Dimension} {t.Key.Value.Value} {t.Key.Count}", StringComparer.Ordinal)
            .ToDictionary(t => $"{t.Key.Value.Dimension} {t.Key.Value.Value} {t.Key.Count}", t => t.Value);
    }
}
