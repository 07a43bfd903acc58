using AuditCore.Recording;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>Adds up the counts of one row of the live rate, alleged and presumed crimes apart.</summary>
internal sealed class AccountedForTally
{
    private const int ToPresumed = RollupCount.PresumedRecordedInTime - RollupCount.RecordedInTime;

    private readonly long[] counts = new long[Enum.GetValues<RollupCount>().Length];
    private long pending;
    private long presumedPending;

    public long this[RollupCount count] => counts[(int)count];

    /// <summary>Alleged or presumed crimes are counted here, and not only crime records that answer nothing.</summary>
    public bool HasCrimes => Counts(0, 0).Alleged + Counts(ToPresumed, 0).Alleged > 0;

    public void Add(RollupCount count, long number) => counts[(int)count] += number;

    public void AddPending(bool presumed, long number)
    {
        if (presumed)
        {
            presumedPending += number;
        }
        else
        {
            pending += number;
        }
    }

    public AccountedForRow ToRow(string key)
    {
        var row = new AccountedForRow { Key = key, Counts = Counts(0, pending), PresumedCounts = Counts(ToPresumed, presumedPending) };
        SetRates(row);
        return row;
    }

    private AccountedForCounts Counts(int offset, long notDue)
    {
        var of = new AccountedForCounts
        {
            RecordedInTime = this[RollupCount.RecordedInTime + offset],
            RecordedLate = this[RollupCount.RecordedLate + offset],
            RecordedTimeUnknown = this[RollupCount.RecordedTimeUnknown + offset],
            Cancelled = this[RollupCount.Cancelled + offset],
            NotRecordedWithReason = this[RollupCount.NotRecordedWithReason + offset],
            ReportedIncident = this[RollupCount.ReportedIncident + offset],
            Overdue = this[RollupCount.Open + offset] - notDue,
            Pending = notDue,
            OpenTimeUnknown = this[RollupCount.OpenTimeUnknown + offset],
        };
        of.Alleged = of.RecordedInTime + of.RecordedLate + of.RecordedTimeUnknown + of.Cancelled + of.NotRecordedWithReason + of.ReportedIncident +
            of.Overdue + of.Pending + of.OpenTimeUnknown;
        return of;
    }

    /// <summary>What is not yet due, or has no deadline, speaks neither for nor against the force.</summary>
    private static void SetRates(AccountedForRow row)
    {
        long alleged = Judged(row.Counts);
        if (alleged > 0)
        {
            row.AccountedForRate = (double)(alleged - row.Counts.Overdue) / alleged;
        }

        long all = alleged + Judged(row.PresumedCounts);
        if (all > 0)
        {
            row.AccountedForRateWithPresumed = (double)(all - row.Counts.Overdue - row.PresumedCounts.Overdue) / all;
        }

        long timed = row.Counts.RecordedInTime + row.Counts.RecordedLate;
        if (timed > 0)
        {
            row.InTimeRate = (double)row.Counts.RecordedInTime / timed;
        }
    }

    private static long Judged(AccountedForCounts counts) => counts.Alleged - counts.Pending - counts.OpenTimeUnknown;
}
