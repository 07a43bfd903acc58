using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class OffenceClassTests
{
    [Fact]
    public void Every_class_has_a_slug_of_its_own_that_leads_back_to_it()
    {
        Assert.Equal(Enum.GetValues<OffenceClass>(), OffenceClasses.All);
        Assert.All(OffenceClasses.All, offenceClass => Assert.Equal(offenceClass, OffenceClasses.FromSlug(offenceClass.Slug())));
    }

    [Theory]
    [InlineData(OffenceClass.ViolenceAgainstThePerson, "violence-against-the-person", "Violence against the person", OffenceGroup.Violence)]
    [InlineData(OffenceClass.SexualOffences, "sexual-offences", "Sexual offences", OffenceGroup.Sexual)]
    [InlineData(OffenceClass.Robbery, "robbery", "Robbery", OffenceGroup.Other)]
    [InlineData(OffenceClass.PublicOrderOffences, "public-order-offences", "Public order offences", OffenceGroup.Other)]
    [InlineData(OffenceClass.Fraud, "fraud", "NFIB fraud", OffenceGroup.Unknown)]
    [InlineData(OffenceClass.Unknown, "unknown", "Unknown", OffenceGroup.Unknown)]
    public void A_class_has_a_slug_a_name_and_a_group(OffenceClass offenceClass, string slug, string name, OffenceGroup group) =>
        Assert.Equal((slug, name, group), (offenceClass.Slug(), offenceClass.DisplayName(), offenceClass.Group()));

    [Theory]
    [InlineData("Miscellaneous Crimes Against Society", OffenceClass.MiscellaneousCrimesAgainstSociety)]
    [InlineData("Miscellaneous crimes against society ", OffenceClass.MiscellaneousCrimesAgainstSociety)]
    [InlineData("Public Order offences", OffenceClass.PublicOrderOffences)]
    [InlineData("NFIB Fraud", OffenceClass.Fraud)]
    public void The_list_may_write_a_class_in_any_case_and_with_spaces(string name, OffenceClass expected) =>
        Assert.Equal(expected, OffenceClasses.FromListName(name));

    [Theory]
    [InlineData("Unknown")]
    [InlineData("")]
    [InlineData("Robberies")]
    public void The_list_cannot_name_a_class_that_it_does_not_have(string name) => Assert.Null(OffenceClasses.FromListName(name));

    [Fact]
    public void A_value_that_is_no_class_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ((OffenceClass)13).Slug());

    [Theory]
    [InlineData("105/12", true)]
    [InlineData("53/45", false)]
    [InlineData("8N", false)]
    [InlineData("105/123", false)]
    [InlineData("105/12\n", false)]
    [InlineData("\u0661\u0660\u0665/12", false)]
    public void A_code_is_three_digits_a_slash_and_two_digits(string text, bool expected) => Assert.Equal(expected, OffenceCode.IsWellFormed(text));
}
