using System.Security.Cryptography;
using System.Text;
using AuditCore.Ledger;

namespace AuditCore.Tests.Ledger;

public class LeafTextTests
{
    private static readonly byte[] Digest = SHA256.HashData("salt and payload"u8);

    [Fact]
    public void Every_component_stands_on_a_line_of_its_own()
    {
        byte[] leaf = LeafText.Of("thames-valley", "storm", "log 7/ü", "incident", 1_541_428_200_000_000, Digest);

        Assert.Equal(
            "crimeaudit-leaf/1\nthames-valley\nstorm\nlog 7/ü\nincident\n1541428200000000\nJqw25DKhXrc0nHVWtUmWwfNqGTdJi/8hWr9R2X+JZM4=\n",
            Encoding.UTF8.GetString(leaf));
        Assert.Equal(
            "a410ba49b04a49e27e9cc83fe5fdd274f230cf5f95697802351e8d0dc4cc924b",
            Convert.ToHexStringLower(SHA256.HashData(leaf)));
    }

    [Theory]
    [InlineData("a\nb", "holds a control character")]
    [InlineData("a\rb", "holds a control character")]
    [InlineData("a\u0085b", "holds a control character")]
    [InlineData("\0", "holds a control character")]
    [InlineData("", "is empty")]
    public void A_component_that_could_pass_for_another_line_is_refused(string component, string reason)
    {
        Assert.Equal($"force {reason}", Refusal(component, "storm", "r1", "incident"));
        Assert.Equal($"source_system {reason}", Refusal("kent", component, "r1", "incident"));
        Assert.Equal($"request_id {reason}", Refusal("kent", "storm", component, "incident"));
        Assert.Equal($"kind {reason}", Refusal("kent", "storm", "r1", component));
    }

    [Fact]
    public void Text_that_is_not_Unicode_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => LeafText.Of("kent", "storm", "r\ud800", "incident", 0, Digest));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_digest_has_32_bytes(int length) =>
        Assert.Throws<ArgumentException>(() => LeafText.Of("kent", "storm", "r1", "incident", 0, new byte[length]));

    [Fact]
    public void A_time_before_1970_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LeafText.Of("kent", "storm", "r1", "incident", -1, Digest));

    private static string Refusal(string force, string sourceSystem, string requestId, string kind) =>
        Assert.Throws<ArgumentException>(() => LeafText.Of(force, sourceSystem, requestId, kind, 0, Digest)).Message;
}
