using AuditCore.Ledger;

namespace AuditCore.Tests.Ledger;

public sealed class TreeHashTests
{
    private static readonly byte[] Hashes = new byte[600 * TreeHash.Bytes];

    static TreeHashTests() => new Random(43).NextBytes(Hashes);

    [Fact]
    public void However_many_hashes_are_taken_together_the_root_is_that_of_one_node_after_the_other() => Assert.All(
        Enumerable.Range(1, 600), count => Assert.Equal(OneByOne(Hashes.AsSpan(0, count * TreeHash.Bytes)), TreeHash.Root(Hashes.AsSpan(0, count * TreeHash.Bytes))));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(65)]
    public void What_is_not_whole_hashes_has_no_root(int bytes) => Assert.Throws<ArgumentException>(() => TreeHash.Root(new byte[bytes]));

    // RFC 9162, §2.1.1: the left subtree is the largest whole one that leaves something for the right.
    private static byte[] OneByOne(ReadOnlySpan<byte> hashes)
    {
        int count = hashes.Length / TreeHash.Bytes;
        if (count == 1)
        {
            return hashes.ToArray();
        }

        int left = 1;
        while (2 * left < count)
        {
            left *= 2;
        }

        return TreeHash.Node(OneByOne(hashes[..(left * TreeHash.Bytes)]), OneByOne(hashes[(left * TreeHash.Bytes)..]));
    }
}
