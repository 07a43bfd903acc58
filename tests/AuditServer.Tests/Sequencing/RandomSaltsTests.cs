using AuditServer.Sequencing;

namespace AuditServer.Tests.Sequencing;

public sealed class RandomSaltsTests
{
    [Fact]
    public void No_salt_is_given_twice_however_many_are_taken_by_several_at_once()
    {
        var salts = new RandomSalts();
        byte[][] taken = [.. Enumerable.Range(0, 20_000).AsParallel().Select(_ => salts.Next())];
        Assert.All(taken, s => Assert.Equal(16, s.Length));
        Assert.Equal(taken.Length, taken.Select(Convert.ToHexString).Distinct().Count());
    }
}
