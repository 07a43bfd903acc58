using AuditCore.Estimation;
using AuditCore.Recording;
using CrimeAudit.V1;

namespace AuditCore.Tests.Estimation;

public sealed class RecordVerdictsTests
{
    [Theory]
    [InlineData(RecordVerdict.Right, 1, 1)]
    [InlineData(RecordVerdict.RightUnderAnotherCode, 1, 0)]
    [InlineData(RecordVerdict.Wrong, 0, 0)]
    public void Every_record_is_one_and_counts_as_the_table_says(RecordVerdict verdict, int right, int underCode)
    {
        Assert.Equal(new ReportCounts(1, right), RecordVerdicts.Right(verdict));
        Assert.Equal(new ReportCounts(1, underCode), RecordVerdicts.RightUnderCode(verdict));
    }

    [Fact]
    public void A_blank_is_never_right_and_no_report_is_ever_counted_among_records_nor_a_record_among_reports()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordVerdicts.Right(RecordVerdict.Unspecified));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordVerdicts.RightUnderCode(RecordVerdict.Unspecified));
        Assert.Throws<ArgumentException>(() => RecordVerdicts.Of(new Review()));
        Assert.Throws<ArgumentException>(() => RecordVerdicts.Of(new Review { NoCrime = new NoCrimeRequired() }));
        var cancelled = new Review { Cancellation = new CancellationFound { Verdict = RecordVerdict.Right } };
        Assert.Equal(RecordVerdict.Right, RecordVerdicts.Of(cancelled));
        Assert.Throws<ArgumentException>(() => new ReviewDomain(new PublishedReference()).CountsOf(cancelled));
    }
}
