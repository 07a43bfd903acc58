using AuditCore.Recording;
using AuditServer.Errors;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;

namespace AuditServer.Incidents.Intake;

/// <summary>Checks event times: within sense, and of the precision that they claim.</summary>
internal sealed class EventTimeCheck(TimeProvider clock, IOptions<IncidentOptions> options)
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Check(string field, EventTime? time, Violations violations)
    {
        if (time?.Time is null)
        {
            violations.Add(field, "is missing");
            return;
        }

        violations.Enter(field);
        violations.Defined("precision", time.Precision, zeroAllowed: false);
        CheckTime(time, violations);
        violations.Leave();
    }

    private void CheckTime(EventTime time, Violations violations)
    {
        if (!IsNormal(time.Time))
        {
            violations.Add("time", "is not a time: seconds or nanos are out of range");
            return;
        }

        DateTimeOffset at = time.Time.ToDateTimeOffset();
        DateTimeOffset latest = clock.GetUtcNow() + options.Value.ClockTolerance;
        if (at < Earliest)
        {
            violations.Add("time", $"is {at:O}, before 1990");
        }
        else if (at > latest)
        {
            violations.Add("time", $"is {at:O}, more than {options.Value.ClockTolerance} past the server's clock (CrimeAudit:Incidents:ClockTolerance)");
        }
        else
        {
            CheckPrecision(time.Precision, at, violations);
        }
    }

    /// <summary>A day or month is given by its first instant, so that the same day is always the same value.</summary>
    private static void CheckPrecision(TimePrecision precision, DateTimeOffset at, Violations violations)
    {
        DateOnly day = LondonTime.DayOf(at);
        if (precision == TimePrecision.Day && at != LondonTime.StartOf(day))
        {
            violations.Add("time", $"is not the first instant of a day in Europe/London; that of {day:O} is {LondonTime.StartOf(day):O}");
        }

        var month = new DateOnly(day.Year, day.Month, 1);
        if (precision == TimePrecision.Month && at != LondonTime.StartOf(month))
        {
            violations.Add("time", $"is not the first instant of a month in Europe/London; that of {month:yyyy-MM} is {LondonTime.StartOf(month):O}");
        }
    }

    /// <summary>Within year 1 to 9999 and with nanos of a second; anything else cannot be turned into a time.</summary>
    private static bool IsNormal(Timestamp time) =>
        time.Nanos is >= 0 and <= 999_999_999 && time.Seconds is >= -62_135_596_800 and <= 253_402_300_799;
}
