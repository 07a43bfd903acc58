using AuditCore.Recording;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>Adds up the counts of one row of the live rate.</summary>
internal sealed class AccountedForTally
{
    private readonly long[] counts = new long[Enum.GetValues<RollupCount>().Length];
    private long pending;

    public long this[RollupCount count] => counts[(int)count];

    /// <summary>Something alleged is counted here, and not only crime records that answer nothing.</summary>
    public bool HasAlleged => Alleged > 0;

    private long Alleged =>
        counts.Sum() - this[RollupCount.UnmatchedCrimeRecord] - this[RollupCount.DirectCrimeRecord];

    public void Add(RollupCount count, long number) => counts[(int)count] += number;

    public void AddPending(long number) => pending += number;

    public AccountedForRow ToRow(string key)
    {
        var row = new AccountedForRow
        {
            Key = key,
            Counts = new AccountedForCounts
            {
                Alleged = Alleged,
                RecordedInTime = this[RollupCount.RecordedInTime],
                RecordedLate = this[RollupCount.RecordedLate],
                RecordedTimeUnknown = this[RollupCount.RecordedTimeUnknown],
                Cancelled = this[RollupCount.Cancelled],
                NotRecordedWithReason = this[RollupCount.NotRecordedWithReason],
                ReportedIncident = this[RollupCount.ReportedIncident],
                Overdue = this[RollupCount.Open] - pending,
                Pending = pending,
                OpenTimeUnknown = this[RollupCount.OpenTimeUnknown],
            },
        };
        SetRates(row);
        return row;
    }

    /// <summary>What is not yet due, or has no deadline, speaks neither for nor against the force.</summary>
    private static void SetRates(AccountedForRow row)
    {
        AccountedForCounts counts = row.Counts;
        long judged = counts.Alleged - counts.Pending - counts.OpenTimeUnknown;
        if (judged > 0)
        {
            row.AccountedForRate = (double)(judged - counts.Overdue) / judged;
        }

        long timed = counts.RecordedInTime + counts.RecordedLate;
        if (timed > 0)
        {
            row.InTimeRate = (double)counts.RecordedInTime / timed;
        }
    }
}
