using AuditCore.Recording.Rules;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Tests.Recording.Rules;

public sealed class UrgencyTests
{
    private static readonly UrgencyTable Urgency = RuleBook.Published.Urgency;

    [Fact]
    public void Why_names_the_offence_the_two_weightiest_qualifiers_and_the_reporter() => Assert.Equal(
        [
            new UrgencyPoint(90, Offence: "Rape"), new UrgencyPoint(40, Qualifier: "forced-marriage"), new UrgencyPoint(40, Qualifier: "suicide-risk"),
            new UrgencyPoint(20, ReporterKind: ReporterKind.ProfessionalThirdParty),
        ],
        Urgency.Why(
            OffenceClass.SexualOffences, "Rape", ["domestic-abuse", "forced-marriage", "suicide-risk"], ReporterKind.ProfessionalThirdParty));

    [Fact]
    public void Without_points_of_its_sub_class_an_offence_has_those_of_its_class() => Assert.Equal(
        [new UrgencyPoint(10, Offence: "Theft")], Urgency.Why(OffenceClass.Theft, "Bicycle theft", ["unheard-of"], ReporterKind.Victim));

    [Theory]
    [InlineData(OffenceClass.SexualOffences, "Rape", ReporterKind.ParentOrCarer)]
    [InlineData(OffenceClass.Burglary, null, ReporterKind.Unspecified)]
    [InlineData(OffenceClass.Unknown, "no such sub class", ReporterKind.ProfessionalThirdParty)]
    public void What_gives_the_points_adds_up_to_them(OffenceClass offenceClass, string? subClass, ReporterKind reporter)
    {
        string[] qualifiers = ["repeat", "mental-health", "vulnerable", "other"];
        Assert.Equal(
            Urgency.OfOffence(offenceClass, subClass) + Urgency.OfReport(qualifiers, reporter),
            Urgency.Why(offenceClass, subClass, qualifiers, reporter).Sum(p => p.Points));
    }
}
