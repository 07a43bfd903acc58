using AuditCore.Estimation;
using AuditCore.Recording;
using CrimeAudit.V1;

namespace AuditCore.Tests.Estimation;

public sealed class ReviewOutcomesTests
{
    [Theory]
    [InlineData(ReviewOutcome.Recorded, 1, 1, 1, 1)]
    [InlineData(ReviewOutcome.RecordedLate, 1, 1, 1, 0)]
    [InlineData(ReviewOutcome.Misclassified, 1, 1, 0, 1)]
    [InlineData(ReviewOutcome.MisclassifiedLate, 1, 1, 0, 0)]
    [InlineData(ReviewOutcome.NotRecorded, 1, 0, 0, 0)]
    [InlineData(ReviewOutcome.WithinAnotherCrime, 0, 0, 0, 0)]
    [InlineData(ReviewOutcome.AdditionalVerifiableInformation, 0, 0, 0, 0)]
    [InlineData(ReviewOutcome.Duplicate, 0, 0, 0, 0)]
    [InlineData(ReviewOutcome.OtherForce, 0, 0, 0, 0)]
    public void Every_outcome_counts_as_the_table_says(ReviewOutcome outcome, int required, int recorded, int correctly, int inTime) =>
        Assert.Equal(new ReviewCounts(required, recorded, correctly, inTime), ReviewOutcomes.Of(outcome));

    [Fact]
    public void The_table_has_every_outcome_of_the_contract_and_no_blank()
    {
        Assert.All(Enum.GetValues<ReviewOutcome>().Where(o => o != ReviewOutcome.Unspecified), outcome => ReviewOutcomes.Of(outcome));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReviewOutcomes.Of(ReviewOutcome.Unspecified));
        Assert.Throws<ArgumentException>(() => new ReviewDomain(new PublishedReference()).CountsOf(new Review()));
    }

    [Fact]
    public void A_report_counts_each_decision_and_none_when_no_crime_was_required()
    {
        var domain = new ReviewDomain(new PublishedReference());
        var found = new CrimesFound();
        ReviewOutcome[] outcomes = [ReviewOutcome.Recorded, ReviewOutcome.MisclassifiedLate, ReviewOutcome.NotRecorded, ReviewOutcome.Duplicate];
        foreach (ReviewOutcome outcome in outcomes)
        {
            found.Decisions.Add(new CrimeDecision { Offence = new Offence { Category = "Robbery" }, Outcome = outcome });
        }

        Assert.Equal(new ReviewCounts(3, 2, 1, 1), domain.CountsOf(new Review { Crimes = found }));
        Assert.Equal(default, domain.CountsOf(new Review { NoCrime = new NoCrimeRequired() }));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(12_345, 12_345_000_000)]
    [InlineData(0.5, 500_000)]
    public void A_volume_weighs_in_millionths_of_a_crime(double volume, long weight) =>
        Assert.Equal(new AuditCore.Estimation.GroupVolume("violence", weight), VolumeWeights.Of("violence", volume));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e13)]
    public void A_volume_that_cannot_be_counted_is_refused(double volume) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VolumeWeights.Of("violence", volume));
}
