using AuditCore.Estimation;
using AuditCore.Recording;
using CrimeAudit.V1;

namespace AuditCore.Tests.Estimation;

public class ReviewPairsTests
{
    private const string Assault = "008/06";
    private const string Harassment = "008/60";
    private const string Burglary = "028/01";

    private static readonly Review Nothing = new() { NoCrime = new NoCrimeRequired { RuleParagraph = "General Rules A" } };

    [Fact]
    public void The_order_and_the_code_within_a_class_are_no_disagreement()
    {
        Review first = Found((Assault, "v1", ReviewOutcome.Recorded), (Assault, "v2", ReviewOutcome.NotRecorded), (Burglary, "", ReviewOutcome.Recorded));
        Review second = Found((Burglary, "", ReviewOutcome.Recorded), (Harassment, "v2", ReviewOutcome.NotRecorded), (Assault, "v1", ReviewOutcome.Recorded));

        Assert.All(Pairs(first, second), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Equal(3, Pairs(first, second).Count);
    }

    [Fact]
    public void Several_alike_are_matched_by_outcome_first()
    {
        Review first = Found((Assault, "v1", ReviewOutcome.Recorded), (Assault, "v1", ReviewOutcome.NotRecorded));
        Review second = Found((Assault, "v1", ReviewOutcome.NotRecorded), (Assault, "v1", ReviewOutcome.RecordedLate));

        Assert.Equal(
            [(ReviewOutcome.NotRecorded, ReviewOutcome.NotRecorded), (ReviewOutcome.Recorded, ReviewOutcome.RecordedLate)], Pairs(first, second));
    }

    [Fact]
    public void A_crime_that_one_does_not_describe_stands_against_nothing_and_two_of_none_agree()
    {
        Review found = Found((Assault, "v1", ReviewOutcome.NotRecorded));

        Assert.Equal([(ReviewOutcome.NotRecorded, ReviewPairs.NotDescribed)], Pairs(found, Nothing));
        Assert.Equal([(ReviewPairs.NotDescribed, ReviewOutcome.NotRecorded)], Pairs(Nothing, found));
        Assert.Equal([(ReviewPairs.NotDescribed, ReviewPairs.NotDescribed)], Pairs(Nothing, Nothing));
    }

    private static IReadOnlyList<(ReviewOutcome First, ReviewOutcome Second)> Pairs(Review first, Review second) =>
        ReviewPairs.Of(first, second, new PublishedReference());

    private static Review Found(params (string Code, string Victim, ReviewOutcome Outcome)[] decisions) => new()
    {
        Crimes = new CrimesFound
        {
            Decisions = { decisions.Select(d => new CrimeDecision { Offence = new Offence { Code = d.Code }, VictimRef = d.Victim, Outcome = d.Outcome }) },
        },
    };
}
