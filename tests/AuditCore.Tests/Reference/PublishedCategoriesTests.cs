using AuditCore.Reference;

namespace AuditCore.Tests.Reference;

public class PublishedCategoriesTests
{
    [Theory]
    [InlineData("Violence with injury", OffenceClass.ViolenceAgainstThePerson, OffenceGroup.Violence)]
    [InlineData("Death or serious injury caused by illegal driving", OffenceClass.ViolenceAgainstThePerson, OffenceGroup.Violence)]
    [InlineData("  homicide ", OffenceClass.ViolenceAgainstThePerson, OffenceGroup.Violence)]
    [InlineData("Sexual offences", OffenceClass.SexualOffences, OffenceGroup.Sexual)]
    [InlineData("SHOPLIFTING", OffenceClass.Theft, OffenceGroup.Other)]
    [InlineData("Vehicle crime", OffenceClass.VehicleOffences, OffenceGroup.Other)]
    [InlineData("Drugs", OffenceClass.DrugOffences, OffenceGroup.Other)]
    [InlineData("Public order", OffenceClass.PublicOrderOffences, OffenceGroup.Other)]
    [InlineData("Domestic burglary", OffenceClass.Burglary, OffenceGroup.Other)]
    [InlineData("Residential burglary", OffenceClass.Burglary, OffenceGroup.Other)]
    [InlineData("Fraud offences", OffenceClass.Fraud, OffenceGroup.Unknown)]
    public void A_category_has_a_class_and_a_group_in_any_case(string name, OffenceClass offenceClass, OffenceGroup group)
    {
        PublishedCategory found = PublishedCategories.Classify(name);
        Assert.Equal((true, true, offenceClass, group), (found.IsKnown, found.IsCrime, found.Class, found.Group));
    }

    [Fact]
    public void Violence_and_sexual_offences_spans_two_groups_and_so_is_in_none()
    {
        PublishedCategory found = PublishedCategories.Classify("Violence and sexual offences");
        Assert.Equal((true, true, OffenceClass.Unknown, OffenceGroup.Unknown), (found.IsKnown, found.IsCrime, found.Class, found.Group));
    }

    [Fact]
    public void Anti_social_behaviour_is_known_and_no_crime()
    {
        PublishedCategory found = PublishedCategories.Classify("Anti-social behaviour");
        Assert.Equal((true, false, OffenceGroup.Unknown), (found.IsKnown, found.IsCrime, found.Group));
    }

    [Theory]
    [InlineData("Cattle raiding")]
    [InlineData("")]
    public void A_category_that_nobody_publishes_is_unknown(string name)
    {
        PublishedCategory found = PublishedCategories.Classify(name);
        Assert.Equal((false, OffenceClass.Unknown, OffenceGroup.Unknown), (found.IsKnown, found.Class, found.Group));
    }

    [Fact]
    public void Each_publisher_names_its_categories_once()
    {
        Assert.Equal(14, PublishedCategories.StreetLevel.Select(category => category.Name).Distinct().Count());
        Assert.Equal(25, PublishedCategories.RecordedCrime.Select(category => category.Name).Distinct().Count());
    }

    [Fact]
    public void A_name_that_two_publishers_share_means_the_same_to_both()
    {
        var shared = PublishedCategories.StreetLevel.Join(
            PublishedCategories.RecordedCrime, street => street.Name, table => table.Name, (street, table) => (street, table)).ToList();
        Assert.Equal(5, shared.Count);
        Assert.All(shared, pair => Assert.Equal(pair.street, pair.table));
    }

    [Fact]
    public void Every_offence_of_the_shipped_table_is_a_known_category()
    {
        IEnumerable<string> names = ShippedFile.Text(ShippedFile.RecordedCrime).Split("\r\n").Skip(1)
            .Where(line => line.Length > 0).Select(line => line.Split(',')[3]).Distinct();
        Assert.Equal(PublishedCategories.RecordedCrime.Select(category => category.Name), names.Order(StringComparer.Ordinal));
    }
}
