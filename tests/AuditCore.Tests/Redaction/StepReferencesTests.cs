using AuditCore.Redaction;
using CrimeAudit.V1;
using Step = CrimeAudit.V1.AuditEvent.StepOneofCase;

namespace AuditCore.Tests.Redaction;

/// <summary>Of every text that a step of an item can hold it is known whether it goes or stays: a field that is added fails here.</summary>
public sealed class StepReferencesTests
{
    private static readonly Step[] OfItems =
        [Step.Reviewed, Step.Unavailable, Step.Answered, Step.Reconsidered, Step.Arbitrated, Step.Reopened];

    // By whom, and what the finding was: the offence, the rule, the domain.
    private static readonly string[] Staying =
    [
        "actor", "audit_id",
        .. new[] { "reviewed", "reconsidered", "arbitrated" }.SelectMany(step => new[]
        {
            $"{step}.review.crimes.decisions.offence.code", $"{step}.review.crimes.decisions.rule_paragraph",
            $"{step}.review.crimes.decisions.domains",
        }),
    ];

    [Fact]
    public void Everything_goes_but_what_is_known_to_stay()
    {
        AuditEvent[] steps = [.. FilledMessage.EachOf<AuditEvent>("step").Where(s => OfItems.Contains(s.StepCase))];
        Assert.Equal(OfItems.Length, steps.Length);
        Assert.Equal(
            Staying.Order(StringComparer.Ordinal),
            steps.Select(s => StepReferences.Replace(s, _ => "unit", _ => "token")).SelectMany(s => FilledMessage.TextsOf(s))
                .Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_step_of_no_item_names_no_unit() => Assert.All(
        FilledMessage.EachOf<AuditEvent>("step").Where(s => !OfItems.Contains(s.StepCase)),
        s => Assert.Empty(StepReferences.UnitsOf(s)));

    [Fact]
    public void A_step_that_brings_a_reserve_names_two_units_and_is_left_with_neither()
    {
        var step = new AuditEvent { Unavailable = new ItemUnavailable { UnitId = "kent/storm/1", ReserveUnitId = "kent/storm/2", Reason = "lost" } };
        Assert.Equal(["kent/storm/1", "kent/storm/2"], StepReferences.UnitsOf(step));
        ItemUnavailable left = StepReferences.Replace(step, u => u == "kent/storm/2" ? "token" : "#0/1", r => r).Unavailable;
        Assert.Equal(("#0/1", "token", "redacted"), (left.UnitId, left.ReserveUnitId, left.Reason));
    }

    [Fact]
    public void Rationales_of_a_finding_of_no_crime_and_disputes_go_too()
    {
        var review = new AuditEvent { Reviewed = new ItemReviewed { Review = new Review { NoCrime = new NoCrimeRequired { Rationale = "told" } } } };
        Assert.Equal("redacted", StepReferences.Replace(review, u => u, r => r).Reviewed.Review.NoCrime.Rationale);
        var dispute = new AuditEvent { Answered = new FindingAnswered { Disputed = "told" } };
        Assert.Equal("redacted", StepReferences.Replace(dispute, u => u, r => r).Answered.Disputed);
        var accepted = new AuditEvent { Answered = new FindingAnswered { Accepted = true } };
        Assert.True(StepReferences.Replace(accepted, u => u, r => r).Answered.Accepted);
    }
}
