using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class OffenceListTests
{
    private static readonly OffenceList List = OffenceList.Published;

    [Fact]
    public void The_published_list_has_1698_rows_and_1374_codes_to_its_last_row()
    {
        Assert.Equal(1698, List.Offences.Count);
        Assert.Equal(1374, List.Codes.Count);
        NotifiableOffence last = List.Offences[^1];
        Assert.Equal(("825/24", "Protection of Freedom Act 2012", 1707), (last.Code, last.Act, last.Line));
    }

    [Theory]
    [InlineData(OffenceClass.ViolenceAgainstThePerson, 182)]
    [InlineData(OffenceClass.SexualOffences, 183)]
    [InlineData(OffenceClass.Robbery, 4)]
    [InlineData(OffenceClass.Burglary, 13)]
    [InlineData(OffenceClass.VehicleOffences, 7)]
    [InlineData(OffenceClass.Theft, 17)]
    [InlineData(OffenceClass.ArsonAndCriminalDamage, 17)]
    [InlineData(OffenceClass.DrugOffences, 166)]
    [InlineData(OffenceClass.PossessionOfWeapons, 88)]
    [InlineData(OffenceClass.PublicOrderOffences, 151)]
    [InlineData(OffenceClass.MiscellaneousCrimesAgainstSociety, 812)]
    [InlineData(OffenceClass.Fraud, 58)]
    public void Each_class_is_one_whatever_the_case_it_is_written_in(OffenceClass offenceClass, int rows) =>
        Assert.Equal(rows, List.Offences.Count(offence => offence.Class == offenceClass));

    [Theory]
    [InlineData("Violence without injury", 66)]
    [InlineData("Violence with injury", 81)]
    [InlineData("Criminal damage", 15)]
    [InlineData("Bicycle theft", 2)]
    [InlineData("Rape", 24)]
    public void Each_sub_class_is_one_whatever_the_case_it_is_written_in(string subClass, int rows) =>
        Assert.Equal(rows, List.Offences.Count(offence => offence.SubClass == subClass));

    [Fact]
    public void Rows_count_as_current_or_not_as_published()
    {
        Assert.Equal(1630, List.Offences.Count(offence => offence.IsCurrent));
        Assert.Equal(68, List.Offences.Count(offence => !offence.IsCurrent));
    }

    [Fact]
    public void A_code_that_many_offences_share_has_all_its_rows()
    {
        Assert.Equal(193, List.WithCode("099/99").Count);
        Assert.Equal(["Murder of persons aged 1 yr or over", "Genocide or crime against humanity"], List.WithCode("001/01").Select(row => row.Description));
        Assert.Empty(List.WithCode("100/01"));
    }

    [Theory]
    [InlineData("001/01", OffenceClass.ViolenceAgainstThePerson, OffenceGroup.Violence, "Homicide")]
    [InlineData(" 105/12 ", OffenceClass.ViolenceAgainstThePerson, OffenceGroup.Violence, "Violence without injury")]
    [InlineData("019/07", OffenceClass.SexualOffences, OffenceGroup.Sexual, "Rape")]
    [InlineData("046/00", OffenceClass.Theft, OffenceGroup.Other, "Shoplifting")]
    [InlineData("053/41", OffenceClass.Fraud, OffenceGroup.Unknown, null)]
    [InlineData("098/06", OffenceClass.ViolenceAgainstThePerson, OffenceGroup.Violence, null)]
    public void A_code_has_a_class_a_group_and_a_sub_class(string code, OffenceClass offenceClass, OffenceGroup group, string? subClass)
    {
        OffenceClassification found = List.Classify(code);
        Assert.Equal((code.Trim(), true, offenceClass, group, subClass), (found.Code, found.IsListed, found.Class, found.Group, found.SubClass));
    }

    [Fact]
    public void Rape_is_told_by_sub_class_alone()
    {
        Assert.True(List.Classify("019/07").IsRape);
        Assert.False(List.Classify("017/13").IsRape);
        Assert.All(List.Offences.Where(row => row.IsRape), row => Assert.StartsWith("19", row.Category, StringComparison.Ordinal));
        Assert.Equal(24, List.Offences.Count(row => row.IsRape));
    }

    [Theory]
    [InlineData("999/99")]
    [InlineData("100/01")]
    [InlineData("53/45")]
    [InlineData("")]
    public void A_code_that_is_not_listed_is_unknown(string code)
    {
        OffenceClassification found = List.Classify(code);
        Assert.Equal((false, OffenceClass.Unknown, OffenceGroup.Unknown), (found.IsListed, found.Class, found.Group));
    }

    [Fact]
    public void No_code_of_the_published_list_has_two_classes()
    {
        IEnumerable<string> codes = List.Codes.Where(code => List.WithCode(code).Select(row => row.Class).Distinct().Count() > 1);
        Assert.Empty(codes);
    }

    [Fact]
    public void Two_codes_have_two_sub_classes_and_the_first_current_row_decides()
    {
        IEnumerable<string> codes = List.Codes.Where(code => List.WithCode(code).Select(row => row.SubClass).Distinct().Count() > 1);
        Assert.Equal(["028/03", "029/00"], codes);
        Assert.Equal(List.WithCode("029/00")[0].SubClass, List.Classify("029/00").SubClass);
        Assert.Equal("Residential burglary of a home", List.Classify("029/00").SubClass);
    }

    [Theory]
    [InlineData(OffenceMode.EitherWay, 1410)]
    [InlineData(OffenceMode.IndictableOnly, 234)]
    [InlineData(OffenceMode.SummaryOnly, 54)]
    public void Every_row_has_a_mode_of_trial(OffenceMode mode, int rows) => Assert.Equal(rows, List.Offences.Count(row => row.Mode == mode));
}
