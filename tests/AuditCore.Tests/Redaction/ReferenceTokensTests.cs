using System.Security.Cryptography;
using System.Text;
using AuditCore.Redaction;

namespace AuditCore.Tests.Redaction;

public sealed class ReferenceTokensTests
{
    private int drawn;

    [Fact]
    public void Tokens_stand_in_the_order_of_what_they_stand_for()
    {
        string[] references = [.. Enumerable.Range(0, 500).Select(i => $"{(char)('a' + (i % 26))}-{i * 7919 % 1000}").Distinct()];
        var tokens = ReferenceTokens.Of(references, Next);
        Assert.All(references, r => Assert.True(ReferenceTokens.IsToken(tokens[r])));
        Assert.Equal(
            references.Order(StringComparer.Ordinal).Select(r => tokens[r]),
            references.Select(r => tokens[r]).Order(StringComparer.Ordinal));
        Assert.Equal(references.Length, references.Select(r => tokens[r]).Distinct().Count());
    }

    [Fact]
    public void A_reference_that_occurs_twice_has_one_token()
    {
        var tokens = ReferenceTokens.Of(["v1", "c1", "v1"], Next);
        Assert.NotEqual(tokens["v1"], tokens["c1"]);
        Assert.Equal(2, drawn);
    }

    [Fact]
    public void What_is_a_token_already_stays_and_others_are_placed_around_it()
    {
        var first = ReferenceTokens.Of(["b", "m", "x"], Next);
        string[] now = [first["b"], first["m"], first["x"], "a", "redacted-", "z", "redacted-z"];
        var tokens = ReferenceTokens.Of(now, Next);
        Assert.All(now[..3], t => Assert.Equal(t, tokens[t]));
        Assert.Equal(now.Order(StringComparer.Ordinal).Select(r => tokens[r]), now.Select(r => tokens[r]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_placed_between_neighbours()
    {
        string low = ReferenceTokens.Prefix + new string('0', 32);
        string high = ReferenceTokens.Prefix + new string('0', 31) + "1";
        Assert.Throws<CryptographicException>(() => ReferenceTokens.Of([low, $"{low}x", high], Next));
    }

    [Theory]
    [InlineData("redacted-0123456789abcdef0123456789abcdef", true)]
    [InlineData("redacted-0123456789ABCDEF0123456789abcdef", false)]
    [InlineData("redacted-0123456789abcdef0123456789abcde", false)]
    [InlineData("redacted-0123456789abcdef0123456789abcdef0", false)]
    [InlineData("Redacted-0123456789abcdef0123456789abcdef", false)]
    [InlineData("", false)]
    public void A_token_has_one_form(string text, bool isToken) => Assert.Equal(isToken, ReferenceTokens.IsToken(text));

    private byte[] Next() => SHA256.HashData(Encoding.UTF8.GetBytes($"{drawn++}"))[..16];
}
