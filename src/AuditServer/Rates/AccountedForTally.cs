using AuditCore.Recording;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>Adds up the counts of one row of the live rate, alleged and presumed crimes apart.</summary>
internal sealed class AccountedForTally
{
    private const int ToPresumed = RollupCount.PresumedRecordedInTime - RollupCount.RecordedInTime;

    private static readonly int Kinds = Enum.GetValues<RollupCount>().Length;

    private readonly long[] counts = new long[Kinds];
    private long pending;
    private long presumedPending;

    public long this[RollupCount count] => counts[(int)count];

    /// <summary>Alleged or presumed crimes are counted here, and not only crime records that answer nothing.</summary>
    public bool HasCrimes => Crimes > 0;

    /// <summary>Alleged and presumed crimes counted here.</summary>
    public long Crimes => Alleged(0) + Alleged(ToPresumed);

    /// <summary>Alleged and presumed crimes that are answered or overdue, and of these the overdue ones.</summary>
    public (long Crimes, long Shortfalls) Judgement()
    {
        (AccountedForCounts alleged, AccountedForCounts presumed) = (Counts(0, pending), Counts(ToPresumed, presumedPending));
        return (Judged(alleged) + Judged(presumed), alleged.Overdue + presumed.Overdue);
    }

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

    /// <summary>Adds all that another counts.</summary>
    public void Add(AccountedForTally other)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] += other.counts[i];
        }

        pending += other.pending;
        presumedPending += other.presumedPending;
    }

    /// <summary>The same with every count that it tells rounded to the nearest multiple; of two equally near ones, the higher.</summary>
    public AccountedForTally Rounded(int multiple)
    {
        var rounded = new AccountedForTally { pending = Round(pending), presumedPending = Round(presumedPending) };
        for (int i = 0; i < counts.Length; i++)
        {
            // Open crimes are told as overdue and pending ones, and these are what is rounded.
            rounded.counts[i] = (RollupCount)i switch
            {
                RollupCount.Open => Round(counts[i] - pending) + rounded.pending,
                RollupCount.PresumedOpen => Round(counts[i] - presumedPending) + rounded.presumedPending,
                _ => Round(counts[i]),
            };
        }

        return rounded;

        long Round(long count) => (count + (multiple / 2)) / multiple * multiple;
    }

    public AccountedForRow ToRow(string key)
    {
        var row = new AccountedForRow { Key = key, Counts = Counts(0, pending), PresumedCounts = Counts(ToPresumed, presumedPending) };
        SetRates(row);
        return row;
    }

    private AccountedForCounts Counts(int offset, long notDue) => new()
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
        Alleged = Alleged(offset),
    };

    /// <summary>All of one kind, whatever became of them.</summary>
    private long Alleged(int offset)
    {
        long all = 0;
        for (RollupCount count = RollupCount.RecordedInTime; count <= RollupCount.OpenTimeUnknown; count++)
        {
            all += this[count + offset];
        }

        return all;
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
