using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Recounting;

/// <summary>
/// A force whose three systems tell whatever can be told: every kind of change, times of every precision, many at the same
/// minute, things withdrawn, told twice, told of what was never alleged or recorded.
/// </summary>
internal sealed class RandomForce(int seed, string force, DateTimeOffset now)
{
    private const string Protection = "protect";
    private const int MostChanges = 19;

    private static readonly string[] Systems = [Told.Command, Told.CrimeSystem, Protection];

    // Minutes since the report; the same ones come up again and again, so that ranks and sequences decide.
    private static readonly int[] Minutes = [0, 0, 1, 300, 1_380, 1_440, 1_441, 1_800, 4_320, 30_000];

    private readonly Random random = new(seed);
    private readonly RandomChanges changes = new(seed + 1_000);

    /// <summary>All updates of some incidents, in no order; some are there twice.</summary>
    public IncidentUpdate[] Updates(int incidents)
    {
        IncidentUpdate[] updates = [.. Enumerable.Range(0, incidents).SelectMany(i => Incident($"r{i}"))];
        random.Shuffle(updates);
        return updates;
    }

    private List<IncidentUpdate> Incident(string reference)
    {
        // Some within the last two days, so that there is something pending; some from the days of 72 hours.
        DateTimeOffset reported = random.Next(10) switch
        {
            < 3 => now.AddMinutes(-random.Next(2 * 24 * 60)),
            < 4 => Moments.Utc("2015-03-31T23:00:00Z").AddMinutes(random.Next(-60, 60)),
            _ => now.AddMinutes(-random.Next(400 * 24 * 60)),
        };
        var of = new IncidentKey { SourceSystem = Systems[random.Next(Systems.Length)], Ref = reference };
        var told = new List<IncidentUpdate>();
        int number = 1 + random.Next(MostChanges);
        bool comes = random.Next(10) > 0;
        for (int i = 0; i < number; i++)
        {
            told.Add(Update(of, reported, i == 0 && comes ? 0 : random.Next(1, RandomChanges.Kinds), told));
        }

        told.AddRange(told.Where(_ => random.Next(20) == 0).ToArray());
        return told;
    }

    private IncidentUpdate Update(IncidentKey of, DateTimeOffset reported, int kind, List<IncidentUpdate> before)
    {
        string sender = kind == 0 ? of.SourceSystem : Systems[random.Next(Systems.Length)];
        EventTime at = Time(reported.AddMinutes(Minutes[random.Next(Minutes.Length)]));
        return IncidentUpdates.Of(
            force,
            of.SourceSystem,
            of.Ref,
            at,
            update =>
            {
                changes.Set(update, Time(reported.AddMinutes(-random.Next(3))), kind, before);
                if (random.Next(4) == 0)
                {
                    update.SourceSequence = random.Next(3);
                }
            },
            sender);
    }

    private EventTime Time(DateTimeOffset at)
    {
        DateTimeOffset told = at < now ? at : now;
        return random.Next(20) switch
        {
            0 => EventTimes.Month(told.Year, told.Month),
            1 or 2 => EventTimes.Day(DateOnly.FromDateTime(told.UtcDateTime)),
            _ => EventTimes.Instant(told),
        };
    }
}
