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
