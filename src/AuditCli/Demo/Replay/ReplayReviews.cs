using CrimeAudit.V1;

namespace AuditCli.Demo.Replay;

/// <summary>
/// Simulated reviews of a replay: which report required how many crimes, and which were recorded, is dealt out at random
/// over the items drawn, so that their totals are the published (or implied) counts.
/// </summary>
internal sealed class ReplayReviews(PublishedInspection inspection, DemoRandom random)
{
    private const double LateShare = 0.12;
    private const double TwoCrimesShare = 0.04;
    private const string Simulated = "simulated review";

    /// <summary>The reviews of a sampled stratum's items, in ticket order.</summary>
    public IReadOnlyList<Review> OfSampled(SampledStratum stratum, StratumCounts counts)
    {
        List<CrimeDecision> crimes = Crimes(stratum.Group, counts);
        if (stratum.Group == OffenceGroup.Violence && inspection.DomesticAbuse is { } abuse)
        {
            MarkDomesticAbuse(crimes, abuse);
        }

        random.Shuffle(crimes);
        return Deal(crimes, CrimesPerReport(stratum.Sample, counts.Required));
    }

    /// <summary>The reviews of a census's items: one crime each.</summary>
    public IReadOnlyList<Review> OfCensus(CensusStratum census)
    {
        var crimes = new List<CrimeDecision>();
        for (int i = 0; i < census.Required; i++)
        {
            ReviewOutcome outcome = i < census.RecordedCorrectly ? RecordedOutcome()
                : i < census.Recorded ? ReviewOutcome.Misclassified
                : ReviewOutcome.NotRecorded;
            Offence offence = census.Name == "rape" ? DemoOffences.Coded(DemoOffences.Rape) : DemoOffences.Of(census.Group, random);
            CrimeDecision decision = Decision(offence, outcome);
            decision.Domains.Add(census.Name);
            crimes.Add(decision);
        }

        random.Shuffle(crimes);
        return [.. crimes.Select(c => new Review { Crimes = new CrimesFound { Decisions = { c } } })];
    }

    private List<CrimeDecision> Crimes(OffenceGroup group, StratumCounts counts)
    {
        var crimes = new List<CrimeDecision>(counts.Required);
        for (int i = 0; i < counts.Required; i++)
        {
            crimes.Add(Decision(DemoOffences.Of(group, random), i < counts.Recorded ? RecordedOutcome() : ReviewOutcome.NotRecorded));
        }

        return crimes;
    }

    private static void MarkDomesticAbuse(List<CrimeDecision> crimes, (int Required, int Recorded) abuse)
    {
        foreach (CrimeDecision crime in crimes.Where(c => c.Outcome != ReviewOutcome.NotRecorded).Take(abuse.Recorded)
            .Concat(crimes.Where(c => c.Outcome == ReviewOutcome.NotRecorded).Take(abuse.Required - abuse.Recorded)))
        {
            crime.Domains.Add("domestic-abuse");
        }
    }

    /// <summary>How many crimes each report required: some none, most one, a few two.</summary>
    private int[] CrimesPerReport(int reports, int crimes)
    {
        int two = Math.Max((int)(reports * TwoCrimesShare), crimes - reports);
        int one = crimes - (2 * two);
        int[] perReport = [.. Enumerable.Repeat(2, two), .. Enumerable.Repeat(1, one), .. Enumerable.Repeat(0, reports - two - one)];
        random.Shuffle(perReport);
        return perReport;
    }

    private static List<Review> Deal(List<CrimeDecision> crimes, int[] perReport)
    {
        var reviews = new List<Review>(perReport.Length);
        int next = 0;
        foreach (int number in perReport)
        {
            reviews.Add(number == 0
                ? new Review { NoCrime = new NoCrimeRequired { RuleParagraph = "General Rules A", Rationale = Simulated } }
                : new Review { Crimes = new CrimesFound { Decisions = { crimes.GetRange(next, number) } } });
            next += number;
        }

        return reviews;
    }

    private ReviewOutcome RecordedOutcome() => random.Chance(LateShare) ? ReviewOutcome.RecordedLate : ReviewOutcome.Recorded;

    private CrimeDecision Decision(Offence offence, ReviewOutcome outcome) => SimulatedDecisions.Completed(new()
    {
        Offence = offence,
        Outcome = outcome,
        CrimeRef = outcome == ReviewOutcome.NotRecorded ? "" : $"sim-{random.Between(0, 999_999_999):000000000}",
        Rationale = Simulated,
    });
}
