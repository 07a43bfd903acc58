using CrimeAudit.V1;

namespace AuditCli.Demo.Month;

/// <summary>
/// A force whose truth is known: every report is a function of its number, so an inspector can be told what it required
/// and the estimate can be held against the truth. Rates are set near those published for Thames Valley in 2019.
/// </summary>
/// <param name="from">First day.</param>
/// <param name="months">How many months of reports.</param>
internal sealed class SimulatedForce(DateOnly from, int months)
{
    private const int ReportsPerMonth = 42_000;

    /// <summary>Reports in all.</summary>
    public int Reports => ReportsPerMonth * months;

    /// <summary>First day.</summary>
    public DateOnly From => from;

    /// <summary>Last day.</summary>
    public DateOnly To => from.AddMonths(months).AddDays(-1);

    /// <summary>The number of a report, from its reference.</summary>
    public static int NumberOf(string reference) =>
        int.Parse(reference.AsSpan(reference.LastIndexOf('-') + 1), System.Globalization.CultureInfo.InvariantCulture) - 1;

    /// <summary>A report by its number.</summary>
    public SimulatedReport Report(int number)
    {
        var random = new DemoRandom((ulong)number + 1);
        DateTimeOffset reported = SimulatedReports.ReportedAt(from, To, number, Reports, random);
        OffenceGroup? told = Told(random);
        var crimes = new List<SimulatedCrime>();
        if (told is { } group)
        {
            crimes.Add(Crime(group, random));
            if (random.Chance(0.05))
            {
                crimes.Add(Crime(group, random));
            }
        }

        bool domestic = told == OffenceGroup.Violence && random.Chance(0.33);
        return new SimulatedReport($"{reported:yyyyMM}-{number + 1:0000000}", reported, OpeningCode(told, random), domestic, crimes);
    }

    /// <summary>Of what the report told; null: of no crime.</summary>
    private static OffenceGroup? Told(DemoRandom random) => random.Share() switch
    {
        < 0.11 => OffenceGroup.Violence,
        < 0.122 => OffenceGroup.Sexual,
        < 0.36 => OffenceGroup.Other,
        _ => null,
    };

    /// <summary>Some crimes hide behind another code, and some reports opened as crime are none: a stratum is not a domain.</summary>
    private static string OpeningCode(OffenceGroup? told, DemoRandom random)
    {
        string none = SimulatedReports.NoCrimeCode(random);
        return told switch
        {
            null => random.Chance(0.03) ? "violence" : random.Chance(0.03) ? "other-crime" : none,
            _ when random.Chance(0.04) => none,
            OffenceGroup.Violence => "violence",
            OffenceGroup.Sexual => "sexual",
            _ => "other-crime",
        };
    }

    private static SimulatedCrime Crime(OffenceGroup group, DemoRandom random)
    {
        double rate = group switch
        {
            OffenceGroup.Violence => 0.79,
            OffenceGroup.Sexual => 0.95,
            _ => 0.92,
        };
        Offence offence = DemoOffences.Of(group, random);
        bool recorded = random.Chance(rate);
        bool misclassified = recorded && random.Chance(0.02);
        TimeSpan? after = recorded ? TimeSpan.FromMinutes(random.Chance(0.88) ? random.Between(5, 1_380) : random.Between(1_500, 20_000)) : null;
        OffenceGroup other = group == OffenceGroup.Violence ? OffenceGroup.Other : OffenceGroup.Violence;
        return new SimulatedCrime(
            group, offence, recorded || random.Chance(0.7), after, misclassified ? DemoOffences.Of(other, random) : offence, misclassified);
    }
}
