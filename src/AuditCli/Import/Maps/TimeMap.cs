using System.Globalization;
using AuditCli.Import.Rows;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Import.Maps;

/// <summary>A column that holds a time, how it is written and how exactly it is known.</summary>
internal sealed record TimeMap(int Slot, string Column, string Format, TimePrecision Precision)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public TimeZoneRule Zone { get; init; }

    public AmbiguousRule Ambiguous { get; init; }

    /// <summary>The cell may be blank, and then there is no such time.</summary>
    public bool MayBeBlank { get; init; }

    /// <summary>The time; null when the cell is blank or, with a problem, when it is wrong.</summary>
    public EventTime? Read(Row row, RowProblems problems)
    {
        string text = row[Slot];
        if (text.Length == 0)
        {
            if (!MayBeBlank)
            {
                problems.Add($"column '{Column}' is blank");
            }

            return null;
        }

        // A round-trip parse says whether an offset was written; nothing is ever taken for this machine's zone.
        if (!DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time)
            || (Zone == TimeZoneRule.Offset && time.Kind == DateTimeKind.Unspecified))
        {
            problems.Add($"column '{Column}': '{text}' is not a time of the form {Format}");
            return null;
        }

        return Precision switch
        {
            TimePrecision.Month => EventTimes.Month(time.Year, time.Month),
            TimePrecision.Day => EventTimes.Day(DateOnly.FromDateTime(time)),
            _ => Instant(time, text, problems),
        };
    }

    private EventTime? Instant(DateTime time, string text, RowProblems problems)
    {
        if (Zone == TimeZoneRule.Offset)
        {
            return EventTimes.Instant(new DateTimeOffset(time.ToUniversalTime()));
        }

        if (Zone == TimeZoneRule.Utc)
        {
            return EventTimes.Instant(new DateTimeOffset(time, TimeSpan.Zero));
        }

        if (London.IsInvalidTime(time))
        {
            problems.Add($"column '{Column}': '{text}' never was in Europe/London, the clocks went forward over it");
            return null;
        }

        return London.IsAmbiguousTime(time) ? Twice(time, text, problems) : EventTimes.Instant(new DateTimeOffset(time, London.GetUtcOffset(time)));
    }

    private EventTime? Twice(DateTime time, string text, RowProblems problems)
    {
        if (Ambiguous == AmbiguousRule.Reject)
        {
            problems.Add(
                $"column '{Column}': '{text}' was twice in Europe/London, the clocks went back over it; "
                + "the map's \"ambiguous\" can say which is meant");
            return null;
        }

        // The earlier of the two is still in summer time, which has the larger offset.
        TimeSpan[] offsets = London.GetAmbiguousTimeOffsets(time);
        return EventTimes.Instant(new DateTimeOffset(time, Ambiguous == AmbiguousRule.Earlier ? offsets.Max() : offsets.Min()));
    }
}
