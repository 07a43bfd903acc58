using CrimeAudit.V1;
using Tally = System.Collections.Generic.Dictionary<(AuditCore.Recording.RollupCell Cell, AuditCore.Recording.RollupCount Count), long>;

namespace AuditCore.Recording;

/// <summary>What an incident adds to the live counts. Their change is the difference of two of these.</summary>
public static class RollupContributions
{
    /// <summary>Adds the contributions of an incident's state to a tally.</summary>
    /// <param name="state">The state.</param>
    /// <param name="sign">+1 to add it, -1 to take it back.</param>
    /// <param name="tally">Counts by cell; entries that come to zero stay.</param>
    public static void Add(IncidentState state, int sign, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(tally);
        foreach (AllegedCrimeFold alleged in state.AllegedCrimes)
        {
            Count(tally, (CellOf(alleged), CountOf(alleged)), sign);
        }

        foreach (AllegedCrimeFold presumed in state.PresumedCrimes)
        {
            Count(tally, (CellOf(presumed), CountOf(presumed)), sign);
        }

        foreach (CrimeRecordFold record in state.CrimeRecords)
        {
            if (CountOf(record) is { } count)
            {
                Count(tally, (CellOf(record), count), sign);
            }
        }
    }

    /// <summary>Adds the contributions of an incident's state to a tally by each value of the further dimensions.</summary>
    /// <param name="state">The state.</param>
    /// <param name="sign">+1 to add it, -1 to take it back.</param>
    /// <param name="tally">Counts by value and cell; entries that come to zero stay.</param>
    public static void AddByValue(IncidentState state, int sign, Dictionary<(RollupValue Value, RollupCell Cell, RollupCount Count), long> tally)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(tally);
        List<RollupValue>? values = null;
        foreach (AllegedCrimeFold crime in state.Crimes)
        {
            RollupCell cell = CellOf(crime);
            RollupCount count = CountOf(crime);
            foreach (RollupValue value in values ??= RollupValues.Of(state))
            {
                Count(tally, (value, cell, count), sign);
            }

            if (crime.Answer == AllegedCrimeAnswer.NotRecorded)
            {
                Count(tally, (RollupValues.Of(crime.Decision!.Reason), cell, count), sign);
            }
        }

        foreach (CrimeRecordFold record in state.CrimeRecords)
        {
            if (CountOf(record) is { } count)
            {
                foreach (RollupValue value in values ??= RollupValues.Of(state))
                {
                    Count(tally, (value, CellOf(record), count), sign);
                }
            }
        }
    }

    /// <summary>The cell of an alleged or presumed crime: month of the report, class alleged.</summary>
    /// <param name="crime">An alleged or presumed crime.</param>
    public static RollupCell CellOf(AllegedCrimeFold crime)
    {
        ArgumentNullException.ThrowIfNull(crime);
        return new RollupCell(MonthOf(crime.ReportedTime), crime.Class);
    }

    private static RollupCell CellOf(CrimeRecordFold record) => new(MonthOf(record.RecordedTime), record.Class);

    private static RollupCount? CountOf(CrimeRecordFold record) =>
        record.Direct ? RollupCount.DirectCrimeRecord
        : record.AllegedRefs.Count == 0 ? RollupCount.UnmatchedCrimeRecord
        : null;

    private static RollupCount CountOf(AllegedCrimeFold crime) =>
        AllegedCountOf(crime) + (crime.PresumedBy is null ? 0 : RollupCount.PresumedRecordedInTime - RollupCount.RecordedInTime);

    private static RollupCount AllegedCountOf(AllegedCrimeFold crime) => crime.Answer switch
    {
        AllegedCrimeAnswer.Recorded => crime.Timeliness switch
        {
            Timeliness.InTime => RollupCount.RecordedInTime,
            Timeliness.Late => RollupCount.RecordedLate,
            _ => RollupCount.RecordedTimeUnknown,
        },
        AllegedCrimeAnswer.Cancelled => RollupCount.Cancelled,
        AllegedCrimeAnswer.NotRecorded => RollupCount.NotRecordedWithReason,
        AllegedCrimeAnswer.ReportedIncident => RollupCount.ReportedIncident,
        _ => crime.Deadline is null ? RollupCount.OpenTimeUnknown : RollupCount.Open,
    };

    private static int MonthOf(EventTime? time) => time is null ? 0 : LondonTime.MonthOf(time.Time.ToDateTimeOffset());

    private static void Count<T>(Dictionary<T, long> tally, T key, int sign)
        where T : notnull => tally[key] = tally.GetValueOrDefault(key) + sign;
}
