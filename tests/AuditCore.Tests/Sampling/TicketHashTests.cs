using System.Security.Cryptography;
using System.Text;
using AuditCore.Sampling;

namespace AuditCore.Tests.Sampling;

/// <summary>What is hashed side by side, held against the platform's SHA-256.</summary>
public class TicketHashTests
{
    private const string TheSeed = "1618033988";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ids_of_every_length_have_the_digests_of_the_platform(bool useLanes)
    {
        TicketHash hash = new(TheSeed, useLanes);
        Assert.All(Enumerable.Range(1, 400), length => AssertDigests(TheSeed, hash, [.. Enumerable.Range(0, TicketHash.Most).Select(i => Id(i, length))]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void However_many_are_hashed_together_and_however_their_lengths_differ_each_has_its_own(int together)
    {
        Random random = new(together);
        TicketHash hash = new(TheSeed);
        for (int round = 0; round < 200; round++)
            AssertDigests(TheSeed, hash, [.. Enumerable.Range(0, together).Select(i => Id(i, random.Next(10) == 0 ? random.Next(1, 3_000) : random.Next(1, 130)))]);
    }

    [Fact]
    public void Text_of_several_bytes_a_character_is_hashed_as_UTF_8() => AssertDigests(
        "ß", new TicketHash("ß"), ["é", "e\u0301", new string('é', 27), new string('é', 28), new string('€', 5_000), "😀", string.Concat(Enumerable.Repeat("😀", 16)), "a"]);

    [Fact]
    public void Together_or_alone_an_id_has_the_same_digest()
    {
        TicketHash hash = new(TheSeed);
        byte[] together = new byte[2 * SHA256.HashSizeInBytes];
        byte[] alone = new byte[SHA256.HashSizeInBytes];
        hash.Of(["kent/storm/1", "kent/storm/2"], together);
        hash.Of("kent/storm/2", alone);
        Assert.Equal(alone, together[SHA256.HashSizeInBytes..]);
    }

    private static void AssertDigests(string seed, TicketHash hash, string[] ids)
    {
        string seedHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));
        byte[] digests = new byte[ids.Length * SHA256.HashSizeInBytes];
        hash.Of(ids, digests);
        Assert.Equal(ids.SelectMany(id => SHA256.HashData(Encoding.UTF8.GetBytes(seedHash + id))), digests);
    }

    private static string Id(int lane, int length) => new((char)('a' + lane), length);
}
