using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditServer.Replay;

/// <summary>What every update has that the fold reads.</summary>
internal static class UpdateShape
{
    /// <summary>Says the first thing that is missing; null when nothing is.</summary>
    public static string? MissingFrom(IncidentUpdate update) =>
        update.Sender is null ? "it has no sender"
        : update.Incident is null ? "it names no incident"
        : !IsTime(update.EventTime) ? "it has no event time"
        : update.ChangeCase == Change.None ? "it says no change"
        : !IsWhole(update) ? $"its {update.ChangeCase} lacks a time or an offence"
        : null;

    private static bool IsWhole(IncidentUpdate update) => update.ChangeCase switch
    {
        Change.Opened => IsTime(update.Opened.ReportedTime) && update.Opened.AllegedCrimes.All(IsAlleged),
        Change.CrimeAlleged => IsAlleged(update.CrimeAlleged.AllegedCrime),
        Change.CrimeRecorded => update.CrimeRecorded.Offence is not null,
        Change.CrimeReclassified => update.CrimeReclassified.Offence is not null,
        _ => true,
    };

    private static bool IsAlleged(AllegedCrime? alleged) => alleged?.Offence is not null;

    private static bool IsTime(EventTime? time)
    {
        if (time?.Time is not { } stamp)
        {
            return false;
        }

        // As ToDateTimeOffset takes it: years 1 to 9999, and nanoseconds of one second.
        return stamp.Nanos is >= 0 and < 1_000_000_000 &&
            stamp >= Timestamp.FromDateTimeOffset(DateTimeOffset.MinValue) && stamp <= Timestamp.FromDateTimeOffset(DateTimeOffset.MaxValue);
    }
}
