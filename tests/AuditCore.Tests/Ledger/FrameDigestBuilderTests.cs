using AuditCore.Ledger;

namespace AuditCore.Tests.Ledger;

public sealed class FrameDigestBuilderTests
{
    [Fact]
    public void A_frame_of_one_stratum_has_the_digest_of_its_ids()
    {
        string[] ids = ["kent/storm/1", "kent/storm/2", "kent/storm/3"];
        Assert.Equal(FrameDigest.Of(ids), DigestOf(ids.Select(id => (0, id))));
        Assert.Equal(FrameDigest.Of([]), DigestOf([]));
    }

    [Fact]
    public void Strata_follow_each_other_in_plan_order()
    {
        (int, string)[] frame = [(0, "kent/storm/7"), (2, "kent/storm/1"), (2, "kent/storm/2")];
        Assert.Equal(FrameDigestBuilder.OfSequence(frame.Select(u => u.Item2)), DigestOf(frame));
    }

    [Theory]
    [InlineData(0, "kent/storm/2")]
    [InlineData(1, "kent/storm/5")]
    [InlineData(1, "kent/storm/50", "kent/storm/5")]
    public void A_unit_out_of_order_or_twice_is_refused(int stratum, params string[] ids)
    {
        var digest = new FrameDigestBuilder();
        digest.Add(1, "kent/storm/5");
        foreach (string id in ids[..^1])
        {
            digest.Add(stratum, id);
        }

        Assert.Throws<ArgumentException>(() => digest.Add(stratum, ids[^1]));
    }

    private static byte[] DigestOf(IEnumerable<(int Stratum, string UnitId)> units)
    {
        var digest = new FrameDigestBuilder();
        foreach ((int stratum, string unitId) in units)
        {
            digest.Add(stratum, unitId);
        }

        return digest.Root();
    }
}
