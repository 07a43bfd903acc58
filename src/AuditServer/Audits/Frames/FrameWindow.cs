using AuditCore.Recording;
using AuditServer.Audits.Plans;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Audits.Frames;

/// <summary>Where a unit lies that was reported at some time.</summary>
internal enum InWindow
{
    Outside,
    Inside,

    /// <summary>Only the month is known, and it lies partly in the window.</summary>
    Uncertain,
}

/// <summary>
/// The window of an audit: from the start of its first day to the end of its last, in Europe/London. It has whole days,
/// so a day is in it or not; a month of which only a part is in it can be either, and such units are left out and counted.
/// </summary>
internal sealed class FrameWindow
{
    private readonly DateOnly first;
    private readonly DateOnly last;
    private readonly long fromMicros;

    public FrameWindow(AuditPlan plan)
    {
        (first, last) = PlanWindow.Of(plan);
        fromMicros = Micros.Of(LondonTime.StartOf(first));
        ReadFromMicros = Micros.Of(LondonTime.StartOf(new DateOnly(first.Year, first.Month, 1)));
        ToMicros = Micros.Of(LondonTime.StartOf(last.AddDays(1)));
    }

    /// <summary>From where units are read: the start of the month in which the window begins.</summary>
    public long ReadFromMicros { get; }

    /// <summary>Up to where, exclusive.</summary>
    public long ToMicros { get; }

    public InWindow Of(long micros, TimePrecision precision) =>
        precision == TimePrecision.Month ? OfMonth(LondonTime.DayOf(Micros.ToTime(micros)))
        : micros >= fromMicros && micros < ToMicros ? InWindow.Inside
        : InWindow.Outside;

    private InWindow OfMonth(DateOnly day)
    {
        var begin = new DateOnly(day.Year, day.Month, 1);
        DateOnly end = begin.AddMonths(1).AddDays(-1);
        return begin > last || end < first ? InWindow.Outside
            : begin >= first && end <= last ? InWindow.Inside
            : InWindow.Uncertain;
    }
}
