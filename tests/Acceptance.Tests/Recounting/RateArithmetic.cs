using CrimeAudit.V1;

namespace Acceptance.Tests.Recounting;

/// <summary>The rates of a row, from its counts.</summary>
internal static class RateArithmetic
{
    public static void Assert(AccountedForRow row)
    {
        AccountedForCounts c = row.Counts;
        long judged = c.Alleged - c.Pending - c.OpenTimeUnknown;
        Same(judged - c.Overdue, judged, row.HasAccountedForRate, row.AccountedForRate);
        Same(c.RecordedInTime, c.RecordedInTime + c.RecordedLate, row.HasInTimeRate, row.InTimeRate);
        AccountedForCounts p = row.PresumedCounts;
        long both = judged + p.Alleged - p.Pending - p.OpenTimeUnknown;
        Same(both - c.Overdue - p.Overdue, both, row.HasAccountedForRateWithPresumed, row.AccountedForRateWithPresumed);
    }

    private static void Same(long part, long whole, bool hasRate, double rate) =>
        Xunit.Assert.Equal((whole > 0, whole > 0 ? part / (double)whole : 0), (hasRate, rate));
}
