using AuditServer.Errors;
using AuditServer.Paging;
using CrimeAudit.V1;

namespace AuditServer.Tests.Paging;

public sealed class PageTokensTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(4_294_967_297)]
    public void A_token_gives_its_position_back_to_its_query(long position) =>
        Assert.Equal(position, PageTokens.Read("items of a", PageTokens.Issue("items of a", position)));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(148)]
    public void A_position_of_several_parts_is_given_back_byte_by_byte(int length)
    {
        byte[] position = [.. Enumerable.Range(0, length).Select(i => (byte)(255 - i))];
        Assert.Equal(position, PageTokens.ReadBytes("items of a", PageTokens.Issue("items of a", position)));
        Assert.Throws<Fault>(() => PageTokens.ReadBytes("items of b", PageTokens.Issue("items of a", position)));
        Assert.Throws<Fault>(() => PageTokens.Read("items of a", PageTokens.Issue("items of a", position)));
    }

    [Fact]
    public void No_token_asks_for_the_first_page() => Assert.Null(PageTokens.Read("items of a", ""));

    [Fact]
    public void A_token_of_another_query_is_refused()
    {
        string token = PageTokens.Issue("items of a", 7);
        Assert.Equal(ErrorReason.InvalidPageToken, Assert.Throws<Fault>(() => PageTokens.Read("items of b", token)).Reason);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("not a token at all, but as long!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("++++++++++++++++++++++++++++++++")]
    public void Anything_else_is_refused(string token) =>
        Assert.Equal(ErrorReason.InvalidPageToken, Assert.Throws<Fault>(() => PageTokens.Read("items of a", token)).Reason);

    [Fact]
    public void White_space_or_padding_around_a_token_is_refused()
    {
        string token = PageTokens.Issue("items of a", 7);
        Assert.Throws<Fault>(() => PageTokens.Read("items of a", " " + token[1..]));
        Assert.Throws<Fault>(() => PageTokens.Read("items of a", token + "="));
    }
}
