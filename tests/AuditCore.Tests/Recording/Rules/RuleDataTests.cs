using AuditCore.Recording.Rules;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Tests.Recording.Rules;

/// <summary>What the rules file says, held against the lists that it speaks of.</summary>
public sealed class RuleDataTests
{
    private static readonly AuditCore.Recording.Rules.RuleVersion Now = RuleBook.Published.Versions[^1];

    [Fact]
    public void Modern_slavery_is_every_offence_of_class_106() =>
        Assert.Equal(CodesOf("106 "), Now.OfKind(RuleKind.RecordedAdditionally).Single().OffenceCodes.Order());

    [Fact]
    public void Self_defence_is_for_section_47_and_every_offence_of_104_and_105A() =>
        Assert.Equal(
            CodesOf("104 ").Concat(CodesOf("105A ")).Append("008/06").Distinct().Order(),
            Now.OfKind(RuleKind.CancellationOffence).Single().OffenceCodes.Order());

    [Fact]
    public void Reported_incidents_of_rape_are_those_of_the_published_list() =>
        Assert.Equal(
            ReportedIncidentList.Published.Codes.Where(c => c.Class == "N100").Select(c => c.Code).Order(),
            Now.OfKind(RuleKind.ReportedIncidentOfRape).Single().ReportedIncidents.Order());

    [Fact]
    public void Every_kind_of_rule_is_in_force() => Assert.All(Enum.GetValues<RuleKind>(), kind => Assert.NotEmpty(Now.OfKind(kind)));

    [Fact]
    public void C2_has_one_rule_for_rape_and_homicide_and_one_for_the_rest()
    {
        IReadOnlyList<RecordingRule> deciders = Now.OfKind(RuleKind.CancellationDecider);
        Assert.All(new[] { "Rape", "Homicide", "Violence with injury", null }, subClass => Assert.Single(deciders, r => r.Concerns(subClass)));
        Assert.All(deciders, r => Assert.Equal([CancellationReason.C2AdditionalVerifiableInformation], r.Reasons));
    }

    [Fact]
    public void No_two_rules_presumptions_or_exclusions_share_a_name()
    {
        string[] names = [.. Now.Rules.Select(r => r.Id), .. Now.Presumptions.Select(p => p.Id), .. Now.Exclusions.Select(e => e.Id)];
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_offence_class_has_points_of_urgency() =>
        Assert.All(OffenceClasses.All, c => Assert.True(RuleBook.Published.Urgency.OfOffence(c, null) > 0));

    [Theory]
    [InlineData("Concern for Safety/Collapse", "concern-for-safety-collapse")]
    [InlineData("  RTC – Death/Injury ", "rtc-death-injury")]
    [InlineData("C0NCERN__x", "c0ncern-x")]
    [InlineData("–", "")]
    public void Opening_codes_are_compared_as_tags(string code, string expected)
    {
        Span<char> tag = stackalloc char[64];
        Assert.Equal(expected, new string(tag[..OpeningCodes.ToTag(code, tag)]));
    }

    private static IEnumerable<string> CodesOf(string category) =>
        OffenceList.Published.Offences.Where(o => o.Category?.StartsWith(category, StringComparison.Ordinal) == true)
            .Select(o => o.Code).Distinct().Order(StringComparer.Ordinal);
}
