using AuditCore.Sampling;
using CsCheck;

namespace AuditCore.Tests.Sampling;

public class UnitIdTests
{
    [Fact]
    public void Parts_are_percent_encoded_and_joined()
    {
        UnitId id = UnitId.Of("dyfed-powys", "cysylltu", "Rhif/ŵ 0~%_.é");

        Assert.Equal("dyfed-powys/cysylltu/Rhif%2F%C5%B5%200~%25_.%C3%A9", id.Text);
        Assert.Equal(id.Text, id.ToString());
        Assert.Equal(id, UnitId.Parse(id.Text));
    }

    [Fact]
    public void Every_id_reads_back_to_its_parts_and_is_one_line_of_plain_text()
    {
        Gen<string> part = Gen.Char["aZ9-._~ /%+?#éŵ😀漢\u00a0"].Array[1, 8].Select(c => new string(c)).Where(s => PercentEncoding.IsWellFormed(s));
        Gen.Select(part, part, part).Sample((force, system, reference) =>
        {
            UnitId id = UnitId.Of(force, system, reference);
            UnitId back = UnitId.Parse(id.Text);

            Assert.Equal((force, system, reference), (back.Force, back.SourceSystem, back.Reference));
            Assert.Equal(2, id.Text.Count(c => c == '/'));
            Assert.All(id.Text, c => Assert.InRange(c, '!', '~'));
        });
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a/b/c/d")]
    [InlineData("a//c")]
    [InlineData("a/b/%2f")]
    [InlineData("a/b/%41")]
    [InlineData("a/b/c d")]
    [InlineData("a/b/é")]
    [InlineData("a/b/%C3")]
    [InlineData("a/b/%C0%AF")]
    [InlineData("a/b/%ED%A0%80")]
    [InlineData("a/b/%0A")]
    [InlineData("a/b/%00")]
    [InlineData("a/b/%C2%85")]
    [InlineData("a/b/%")]
    [InlineData("a/b/%2")]
    [InlineData("a/b/%+1")]
    [InlineData("a/b/% 1")]
    [InlineData("a/b/c\n")]
    [InlineData("")]
    public void Text_that_is_not_canonical_is_refused(string text) => Assert.Throws<FormatException>(() => UnitId.Parse(text));

    [Fact]
    public void A_cancelled_crime_and_an_N100_are_named_within_their_report_and_read_back()
    {
        UnitId report = UnitId.Of("kent", "storm", "URN/1");
        UnitId crime = report.OfCrime("CR 7/é");
        UnitId n100 = report.OfReportedIncident("niche", "req/1");

        Assert.Equal("kent/storm/URN%2F1/crime/CR%207%2F%C3%A9", crime.Text);
        Assert.Equal("kent/storm/URN%2F1/n100/niche/req%2F1", n100.Text);
        Assert.Equal((UnitKind.CancelledCrime, "URN/1", "CR 7/é", ""), (crime.Kind, crime.Reference, crime.CrimeRef, crime.Sender));
        Assert.Equal((UnitKind.ReportedIncident, "niche", "req/1"), (n100.Kind, n100.Sender, n100.RequestId));
        Assert.All([report, crime, n100], id => Assert.Equal(id, UnitId.Parse(id.Text)));
        Assert.Equal(
            [UnitKind.Report, UnitKind.CancelledCrime, UnitKind.ReportedIncident, null],
            new[] { report.Text, crime.Text, n100.Text, report.Text + "/x" }.Select(UnitId.KindOf));
        Assert.Throws<ArgumentException>(() => report.OfCrime(""));
        Assert.Throws<ArgumentException>(() => report.OfReportedIncident("niche", "a\tb"));
    }

    [Theory]
    [InlineData("a/b/c/crime")]
    [InlineData("a/b/c/crime/")]
    [InlineData("a/b/c/crime/%2f")]
    [InlineData("a/b/c/Crime/d")]
    [InlineData("a/b/c/n100/d")]
    [InlineData("a/b/c/n100/d/e/f")]
    public void What_is_no_record_of_a_report_is_refused(string text) => Assert.Throws<FormatException>(() => UnitId.Parse(text));

    [Fact]
    public void Every_bad_part_is_named_at_once()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => UnitId.Of("", "a\tb", "\udc00"));

        Assert.Contains("the force is empty", e.Message, StringComparison.Ordinal);
        Assert.Contains("the source system holds a control character", e.Message, StringComparison.Ordinal);
        Assert.Contains("the reference is not well-formed Unicode", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_sort_ordinally()
    {
        UnitId[] ids = [UnitId.Of("a", "b", "a"), UnitId.Of("a", "b", "Z"), UnitId.Of("a", "B", "z")];

        Assert.Equal(["a/B/z", "a/b/Z", "a/b/a"], ids.Order().Select(id => id.Text));
    }
}
