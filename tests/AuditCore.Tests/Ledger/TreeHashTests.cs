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
    [InlineData(false)]
    [InlineData(true)]
    public void Nodes_side_by_side_are_those_one_by_one_also_where_they_are_written_over_their_children(bool inPlace) => Assert.All(
        Enumerable.Range(1, NodeLanes.Most),
        nodes =>
        {
            byte[] children = Hashes[..(2 * nodes * TreeHash.Bytes)];
            byte[] written = inPlace ? children : new byte[nodes * TreeHash.Bytes];
            NodeLanes.Hash(children, written);
            Assert.Equal(
                Enumerable.Range(0, nodes).SelectMany(n => TreeHash.Node(Of(2 * n), Of((2 * n) + 1))), written.Take(nodes * TreeHash.Bytes));
        });

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(65)]
    public void What_is_not_whole_hashes_has_no_root(int bytes) => Assert.Throws<ArgumentException>(() => TreeHash.Root(new byte[bytes]));

    private static ReadOnlySpan<byte> Of(int place) => Hashes.AsSpan(place * TreeHash.Bytes, TreeHash.Bytes);

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
