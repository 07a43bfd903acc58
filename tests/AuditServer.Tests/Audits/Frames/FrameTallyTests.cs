using AuditCore.Sampling;
using AuditServer.Audits;
using AuditServer.Audits.Frames;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using CsCheck;
using Population = CrimeAudit.V1.Population;

namespace AuditServer.Tests.Audits.Frames;

public sealed class FrameTallyTests
{
    private static readonly long Inside = At(2018, 11, 5);

    private static readonly Gen<WindowUnit> AnyUnit = Gen.Select(
        OneOf(IncidentStatus.AwaitingReport, IncidentStatus.Open, IncidentStatus.Closed, IncidentStatus.DirectCrime),
        OneOf(At(2018, 6, 30), Inside, At(2019, 1, 1)),
        OneOf(TimePrecision.Instant, TimePrecision.Day, TimePrecision.Month),
        OneOf("violence", "theft"),
        OneOf(ReporterKind.Victim, ReporterKind.ProfessionalThirdParty),
        Gen.Int[0, 63],
        OneOf<WindowRecord?>(null, null, Cancelled, N100))
        .Select((status, micros, precision, code, reporter, reasons, record) => Unit(status, micros) with
        {
            Precision = precision,
            OpeningCode = code,
            ReporterKind = reporter,
            UnrecordedReasons = reasons << 1,
            Record = record,
        });

    private static WindowRecord Cancelled => new(UnitKind.CancelledCrime, "", "c1", CancellationReason.C4Error, "");

    private static WindowRecord N100 => new(UnitKind.ReportedIncident, "niche", "n1", CancellationReason.Unspecified, "100/01");

    [Fact]
    public void Every_unit_of_the_window_is_counted_exactly_once()
    {
        AuditPlan plan = Plan(Population.PublicProtection, Population.Incidents, Population.DirectCrimes, Population.N100S);
        plan.Strata[1].Filter = new StratumFilter { OpeningCodes = { "violence" } };
        AnyUnit.Array[0, 60].Sample(units =>
        {
            var tally = new FrameTally(plan);
            int placed = units.Count(u => tally.Place(u) is not null);
            Frame frame = tally.ToFrame();
            // November lies in the window whole, June and January outside it, so that whatever the precision no time is uncertain.
            long expected = units.LongCount(u => u.Micros == Inside && (u.Record is null
                ? u.Status != IncidentStatus.AwaitingReport
                : u.Record.Kind == UnitKind.ReportedIncident));
            Assert.Equal(placed, frame.Units);
            Assert.Equal(frame.Units, tally.ToStrata().Sum(s => s.FrameSize));
            Assert.Equal(expected, frame.Units + frame.OutsideStrata + frame.Exclusions.Sum(e => e.Units));
            Assert.Equal(0, frame.TimeUncertain);
        });
    }

    [Fact]
    public void A_report_is_excluded_when_each_of_its_reasons_is_and_counts_under_the_first()
    {
        var tally = new FrameTally(Plan(Population.Incidents));
        int duplicate = 1 << (int)NotRecordedReason.Duplicate;
        int test = 1 << (int)NotRecordedReason.TestOrTraining;
        int judged = 1 << (int)NotRecordedReason.NoNotifiableCrime;
        Assert.Null(tally.Place(Unit(IncidentStatus.Closed, Inside) with { UnrecordedReasons = test | duplicate }));
        Assert.Equal(0, tally.Place(Unit(IncidentStatus.Closed, Inside) with { UnrecordedReasons = test | judged }));
        Assert.Equal(0, tally.Place(Unit(IncidentStatus.Closed, Inside)));
        ExclusionCount excluded = Assert.Single(tally.ToFrame().Exclusions);
        Assert.Equal((NotRecordedReason.Duplicate, 1L), (excluded.Reason, excluded.Units));
    }

    [Fact]
    public void A_month_that_lies_partly_in_the_window_is_uncertain_for_records_too()
    {
        AuditPlan plan = Plan(Population.CancelledCrimes);
        (plan.WindowFrom, plan.WindowTo) = ("2018-11-10", "2018-12-31");
        var tally = new FrameTally(plan);
        Assert.Null(tally.Place(Unit(IncidentStatus.Open, At(2018, 11, 1)) with { Precision = TimePrecision.Month, Record = Cancelled }));
        Assert.Equal((1L, 0L), (tally.ToFrame().TimeUncertain, tally.ToFrame().Units));
        Assert.True(tally.QuestionOf("kent").WithRecords);
        Assert.False(new FrameTally(Plan(Population.Incidents)).QuestionOf("kent").WithRecords);
    }

    [Fact]
    public void A_plan_of_an_earlier_program_leaves_nothing_out_and_tells_of_no_overlap()
    {
        AuditPlan plan = Plan(Population.Incidents, Population.Incidents);
        (plan.RuleVersion, plan.Exclusions) = ("", null);
        var tally = new FrameTally(plan);
        Assert.Equal(0, tally.Place(Unit(IncidentStatus.Closed, Inside) with { UnrecordedReasons = 1 << (int)NotRecordedReason.Duplicate }));
        Assert.Equal([new FrameStratum { Name = "s0", FrameSize = 1 }, new FrameStratum { Name = "s1" }], tally.ToStrata());

        plan.RuleVersion = "2026-27";
        tally = new FrameTally(plan);
        tally.Place(Unit(IncidentStatus.Closed, Inside));
        Assert.Equal(
            [new FrameStratum { Name = "s0", FrameSize = 1, Overlap = 1 }, new FrameStratum { Name = "s1", TakenEarlier = 1 }], tally.ToStrata());
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static long At(int year, int month, int day) => Micros.Of(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero));

    private static WindowUnit Unit(IncidentStatus status, long micros) => new("storm", "r1", status)
    {
        Micros = micros,
        Precision = TimePrecision.Instant,
        OpeningCode = "violence",
        Qualifiers = "",
        Groups = 0,
    };

    private static AuditPlan Plan(params Population[] populations)
    {
        var plan = new AuditPlan
        {
            Force = "kent",
            WindowFrom = "2018-07-01",
            WindowTo = "2018-12-31",
            RuleVersion = "2026-27",
            Exclusions = new PlannedExclusions { Reasons = { NotRecordedReason.Duplicate, NotRecordedReason.TestOrTraining } },
        };
        plan.Strata.AddRange(populations.Select((p, i) => new Stratum { Name = $"s{i}", Population = p, Census = true }));
        return plan;
    }
}
