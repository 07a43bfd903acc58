using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>What an incident adds to the live counts. Their change is the difference of two of these.</summary>
public static class RollupContributions
{
    /// <summary>Adds the contributions of an incident's state to a tally.</summary>
    /// <param name="state">The state.</param>
    /// <param name="sign">+1 to add it, -1 to take it back.</param>
    /// <param name="tally">Counts by cell; entries that come to zero stay.</param>
    public static void Add(IncidentState state, int sign, Dictionary<(RollupCell Cell, RollupCount Count), long> tally)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(tally);
        foreach (AllegedCrimeFold alleged in state.AllegedCrimes)
        {
            Tally(CellOf(alleged), CountOf(alleged), sign, tally);
        }

        foreach (CrimeRecordFold record in state.CrimeRecords)
        {
            if (record.Direct || record.AllegedRefs.Count == 0)
            {
                var cell = new RollupCell(MonthOf(record.RecordedTime), record.Class);
                Tally(cell, record.Direct ? RollupCount.DirectCrimeRecord : RollupCount.UnmatchedCrimeRecord, sign, tally);
            }
        }
    }

    /// <summary>The cell of an alleged crime: month of the report, class alleged.</summary>
    /// <param name="alleged">An alleged crime.</param>
    public static RollupCell CellOf(AllegedCrimeFold alleged)
    {
        ArgumentNullException.ThrowIfNull(alleged);
        return new RollupCell(MonthOf(alleged.ReportedTime), alleged.Class);
    }

    private static RollupCount CountOf(AllegedCrimeFold alleged) => alleged.Answer switch
    {
        AllegedCrimeAnswer.Recorded => alleged.Timeliness switch
        {
            Timeliness.InTime => RollupCount.RecordedInTime,
            Timeliness.Late => RollupCount.RecordedLate,
            _ => RollupCount.RecordedTimeUnknown,
        },
        AllegedCrimeAnswer.Cancelled => RollupCount.Cancelled,
        AllegedCrimeAnswer.NotRecorded => RollupCount.NotRecordedWithReason,
        AllegedCrimeAnswer.ReportedIncident => RollupCount.ReportedIncident,
        _ => alleged.Deadline is null ? RollupCount.OpenTimeUnknown : RollupCount.Open,
    };

    private static int MonthOf(EventTime? time) => time is null ? 0 : LondonTime.MonthOf(time.Time.ToDateTimeOffset());

    private static void Tally(
        RollupCell cell, RollupCount count, int sign, Dictionary<(RollupCell Cell, RollupCount Count), long> tally)
    {
        (RollupCell, RollupCount) key = (cell, count);
        tally[key] = tally.GetValueOrDefault(key) + sign;
    }
}
