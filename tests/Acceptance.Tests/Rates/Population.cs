using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Rates;

/// <summary>A random force: reports of several months, crimes recorded in time, late, cancelled, decided against or not at all.</summary>
internal sealed class Population(int seed, string force, DateTimeOffset now)
{
    private static readonly string[] Offences = [Codes.Violence, Codes.Sexual, Codes.Robbery, Codes.Burglary, Codes.Theft];

    private static readonly string[] OpeningCodes = ["", "", "Domestic Incident", "rape", "burglary", "animals"];

    private static readonly string[] Areas = ["", "north", "south", "Süd"];

    private static readonly string[] Qualifiers = ["repeat", "school", "weekend"];

    private readonly Random random = new(seed);

    // Of what a report says beside its crimes.
    private readonly Random details = new(seed + 1);
    private int crimes;

    public IEnumerable<IncidentUpdate> Incidents(int number) => Enumerable.Range(0, number).SelectMany(i => Incident($"r{i}")).ToArray();

    private IEnumerable<IncidentUpdate> Incident(string reference)
    {
        // Some within the last two days, so that there is something pending.
        DateTimeOffset reported = random.Next(4) == 0 ? now.AddMinutes(-random.Next(2 * 24 * 60)) : now.AddMinutes(-random.Next(400 * 24 * 60));
        AllegedCrime[] alleged = [.. Enumerable.Range(1, random.Next(4)).Select(i => Alleged($"a{i}"))];
        switch (random.Next(12))
        {
            case 0:
                yield return Told.DirectCrime(force, reference, reported, Offences[random.Next(Offences.Length)]);
                yield break;
            case 1:
                break; // the report itself never comes
            case 2:
                yield return Told.ReportOfMonth(force, reference, reported.Year, reported.Month, alleged);
                break;
            default:
                yield return Detailed(Told.Report(force, reference, reported, OpeningCodes[random.Next(OpeningCodes.Length)], alleged));
                foreach (IncidentUpdate change in Changes(reference, reported))
                {
                    yield return change;
                }

                break;
        }

        if (random.Next(5) == 0)
        {
            AllegedCrime later = Alleged("later");
            alleged = [.. alleged, later];
            yield return IncidentUpdates.CrimeAlleged(force, Told.Command, reference, EventTimes.Instant(After(reported, 30)), later);
        }

        foreach (IncidentUpdate answer in alleged.SelectMany(a => Answers(reference, a.AllegedRef, reported)))
        {
            yield return answer;
        }

        if (random.Next(8) == 0)
        {
            yield return Told.Crime(force, reference, NextCrime(), After(reported, 90), Offences[random.Next(Offences.Length)]);
        }
    }

    private IncidentUpdate Detailed(IncidentUpdate report)
    {
        report.Opened.Area = Areas[details.Next(Areas.Length)];
        report.Opened.Channel = (Channel)details.Next(8);
        report.Opened.Qualifiers.Add(Some(Qualifiers));
        return report;
    }

    /// <summary>What moves crimes from value to value.</summary>
    private IEnumerable<IncidentUpdate> Changes(string reference, DateTimeOffset reported)
    {
        if (details.Next(4) == 0)
        {
            var recoded = new Recoded { OpeningCode = details.Next(2) == 0 ? "animals" : "(none)" };
            yield return Tell(reference, After(reported, 20, details), u => u.Recoded = recoded, Told.Command);
        }

        if (details.Next(4) == 0)
        {
            var qualifiers = new QualifiersChanged { Qualifiers = { Some(Qualifiers) } };
            yield return Tell(reference, After(reported, 20, details), u => u.QualifiersChanged = qualifiers, Told.Command);
        }

        if (details.Next(3) == 0)
        {
            string code = details.Next(3) == 0 ? "" : "no-crime";
            yield return Told.Closed(force, reference, After(reported, 60, details), code);
            if (details.Next(3) == 0)
            {
                yield return Tell(reference, After(reported, 80, details), u => u.Reopened = new Reopened(), Told.Command);
            }
        }
    }

    private string[] Some(string[] of) => [.. of.Where(_ => details.Next(3) == 0)];

    private IEnumerable<IncidentUpdate> Answers(string reference, string allegedRef, DateTimeOffset reported)
    {
        int kind = random.Next(10);
        DateTimeOffset at = After(reported, 40);
        if (kind <= 5)
        {
            string crime = NextCrime();
            EventTime recorded = kind == 5 ? EventTimes.Day(DateOnly.FromDateTime(at.UtcDateTime)) : EventTimes.Instant(at);
            IncidentUpdate update = Told.Crime(force, reference, crime, recorded, Offences[random.Next(Offences.Length)], allegedRef);
            yield return update;
            if (kind == 0)
            {
                var cancelled = new CrimeCancelled { CrimeRef = crime, Reason = CancellationReason.C3Duplicate };
                yield return Tell(reference, at, u => u.CrimeCancelled = cancelled);
            }
            else if (kind == 1 && random.Next(2) == 0)
            {
                yield return Told.Withdrawn(force, reference, Told.CrimeSystem, update.Sender.RequestId, at);
            }
        }
        else if (kind == 6)
        {
            yield return Tell(reference, at, u => u.CrimeNotRecorded = new CrimeNotRecorded
            {
                AllegedRefs = { allegedRef },
                Reason = details.Next(2) == 0 ? NotRecordedReason.NoNotifiableCrime : NotRecordedReason.OtherForce,
            });
        }
        else if (kind == 7)
        {
            var reportedIncident = new ReportedIncidentRecorded { Code = "100/01", AllegedRefs = { allegedRef } };
            yield return Tell(reference, at, u => u.ReportedIncidentRecorded = reportedIncident);
        }
    }

    private AllegedCrime Alleged(string allegedRef)
    {
        AllegedCrime alleged = Told.Alleged(allegedRef, Offences[random.Next(Offences.Length)], $"v{random.Next(3)}");
        if (random.Next(8) == 0)
        {
            alleged.Offence = new Offence { Category = "Violence and sexual offences" };
        }

        return alleged;
    }

    private IncidentUpdate Tell(string reference, DateTimeOffset at, Action<IncidentUpdate> change, string sentBy = Told.CrimeSystem) =>
        IncidentUpdates.Of(force, Told.Command, reference, EventTimes.Instant(at), change, sentBy);

    private string NextCrime() => $"c{++crimes}";

    private DateTimeOffset After(DateTimeOffset time, int hours, Random? by = null)
    {
        DateTimeOffset after = time.AddMinutes((by ?? random).Next(hours * 60));
        return after < now ? after : now;
    }
}
