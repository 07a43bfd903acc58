using AuditCore.Ledger;
using AuditCore.Sampling;
using AuditServer.Audits;
using AuditServer.Audits.Frames;

namespace AuditServer.Tests.Redactions;

/// <summary>A frame of which units were put under tokens has the digest and the draws that it had.</summary>
public sealed class FrameOrderTests
{
    private const string TheSeed = "27182818";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Digest_and_draws_are_those_of_before(int seed)
    {
        var random = new Random(seed);
        string[][] strata = [.. Enumerable.Range(0, 3).Select(s => Ids(s, random.Next(1, 30)))];
        ErasedFrameUnit[] erased =
        [
            .. strata.SelectMany((ids, s) => ids.Select((id, place) => (id, s, place))).Where(_ => random.Next(3) == 0)
                .Select(u => new ErasedFrameUnit(
                    u.s, u.place, $"kent/storm/redacted-{random.Next():x8}", FrameDigestBuilder.LeafOf(u.id), Ticket.Of(TheSeed, u.id).Text)),
        ];

        FrameUnit[] merged = [.. Merge(strata, erased)];
        Assert.Equal(strata.Sum(s => s.Length), merged.Length);
        var digest = new FrameDigestBuilder();
        foreach (FrameUnit unit in merged)
        {
            if (unit.Erased is null)
            {
                digest.Add(unit.Stratum, unit.UnitId);
            }
            else
            {
                digest.AddErased(unit.Stratum, unit.Erased.LeafHash);
            }
        }

        var before = new FrameDigestBuilder();
        for (int s = 0; s < strata.Length; s++)
        {
            int stratum = s;
            Array.ForEach(strata[s], id => before.Add(stratum, id));
            DrawnItem[] drawn = [.. Drawn(stratum, merged.Where(u => u.Stratum == stratum), 10)];
            Assert.Equal(Draw.Take(TheSeed, strata[s], 10).Select(u => u.Ticket.Text), drawn.Select(d => d.Ticket));
            Assert.Equal(Enumerable.Range(1, drawn.Length).Select(p => (long)p), drawn.Select(d => d.Position));
            Assert.Equal(
                FrameDigestBuilder.OfSequence(Draw.Take(TheSeed, strata[s], 10).Select(u => u.Id)),
                FrameDigestBuilder.OfLeaves(drawn.Select(d => d.LeafHash ?? FrameDigestBuilder.LeafOf(d.UnitId))));
        }

        Assert.Equal(before.Root(), digest.Root());
    }

    private static string[] Ids(int stratum, int number) =>
        [.. Enumerable.Range(0, number).Select(i => $"kent/storm/s{stratum}-{i:00}").Order(StringComparer.Ordinal)];

    private static IEnumerable<DrawnItem> Drawn(int stratum, IEnumerable<FrameUnit> units, int number)
    {
        var draw = new FrameDraw(TheSeed, stratum, number);
        foreach (FrameUnit unit in units)
        {
            draw.Offer(unit);
        }

        return draw.Items();
    }

    private static List<FrameUnit> Merge(string[][] strata, ErasedFrameUnit[] erased)
    {
        var units = new List<FrameUnit>();
        for (int s = 0; s < strata.Length; s++)
        {
            var merge = new FrameMerge(s, erased);
            foreach (string id in strata[s].Where((_, place) => !erased.Any(e => e.Stratum == s && e.Place == place)))
            {
                merge.Add(id);
                units.AddRange(merge.TakePage());
            }

            merge.AddRest();
            units.AddRange(merge.TakePage());
        }

        return units;
    }
}
