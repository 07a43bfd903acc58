using System.Text;
using AuditCore.Evidence;
using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>Checks that the units of a bundle are those of the frozen frame.</summary>
internal static class BundleFrame
{
    /// <summary>The unit ids of each stratum, in plan order.</summary>
    /// <exception cref="ProofRejectedException">They are not those whose digest was frozen.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Require(AuditCourse course, IReadOnlyList<BundleUnits> lines)
    {
        List<string>[] strata = [.. course.Plan.Strata.Select(_ => new List<string>())];
        var digest = new TreeCount();
        int at = 0;
        foreach (BundleUnits line in lines)
        {
            if (line.Stratum < at || line.Stratum >= strata.Length || line.Ids.Count is 0 or > BundleUnits.MostIds)
            {
                throw Differs("units stand in the order of the plan's strata");
            }

            at = line.Stratum;
            Take(strata[at], line, digest);
        }

        FrameFrozen? frozen = course.Frozen?.Event.Frozen;
        Compare(frozen, strata, digest);
        return strata;
    }

    private static void Take(List<string> stratum, BundleUnits line, TreeCount digest)
    {
        // Only the last line of a stratum may be short, or one frame could be written in many ways.
        if (stratum.Count % BundleUnits.MostIds != 0)
        {
            throw Differs("a line of units is cut short");
        }

        foreach (string id in line.Ids)
        {
            if (stratum.Count > 0 && string.CompareOrdinal(stratum[^1], id) >= 0)
            {
                throw Differs($"'{id}' follows on '{stratum[^1]}'");
            }

            stratum.Add(id);
            digest.Add(Encoding.UTF8.GetBytes(id));
        }
    }

    private static void Compare(FrameFrozen? frozen, List<string>[] strata, TreeCount digest)
    {
        if (frozen is null)
        {
            if (digest.Leaves > 0)
            {
                throw Differs("there are units, and no frame is frozen");
            }

            return;
        }

        if (!frozen.Frame.Digest.Span.SequenceEqual(digest.Root()))
        {
            throw Differs("they do not give the digest that was frozen");
        }

        if (frozen.Frame.Units != digest.Leaves || !frozen.Strata.Select(s => s.FrameSize).SequenceEqual(strata.Select(s => (long)s.Count)))
        {
            throw Differs("there are more or fewer of them than were frozen");
        }
    }

    private static ProofRejectedException Differs(string how) =>
        new(ProofFault.FrameDiffers, $"The units are not those of the frozen frame: {how}.");
}
