using System.Text;
using AuditCore.Evidence;
using AuditCore.Sampling;
using CrimeAudit.V1;
using Google.Protobuf;

namespace CrimeAudit.Client;

/// <summary>The tickets of a bundle, drawn anew from frame and seed; what was logged of the draw must agree with them.</summary>
internal sealed class BundleSample
{
    private BundleSample(IReadOnlyList<IReadOnlyList<string>> order, IReadOnlyList<long> frameSizes, IReadOnlyList<long> firstSizes) =>
        (InTicketOrder, FrameSizes, FirstSizes) = (order, frameSizes, firstSizes);

    /// <summary>Everything drawn of each stratum, in ticket order: the draw, extensions and reserves.</summary>
    public IReadOnlyList<IReadOnlyList<string>> InTicketOrder { get; }

    /// <summary>Units in the frame of each stratum.</summary>
    public IReadOnlyList<long> FrameSizes { get; }

    /// <summary>Units that the draw itself took of each stratum.</summary>
    public IReadOnlyList<long> FirstSizes { get; }

    /// <summary>Draws anew, and compares.</summary>
    /// <exception cref="ProofRejectedException">The tickets are others, or what was logged of the draw is.</exception>
    public static BundleSample Require(AuditCourse course, IReadOnlyList<IReadOnlyList<string>> frame, IReadOnlyList<BundleTicket> tickets)
    {
        RequireOrder(tickets, frame.Count, isDrawn: course.Drawn is not null);
        var order = new IReadOnlyList<string>[frame.Count];
        ILookup<int, BundleTicket> byStratum = tickets.ToLookup(t => t.Stratum);
        for (int i = 0; i < frame.Count; i++)
        {
            BundleTicket[] told = [.. byStratum[i]];
            IReadOnlyList<DrawnUnit> drawn = told.Length == 0 ? [] : Draw.Take(course.Seed!, frame[i], told.Length);
            if (!drawn.Select(u => (u.Id, u.Ticket.Text)).SequenceEqual(told.Select(t => (t.Unit, t.Ticket))))
            {
                throw Differs($"the tickets of stratum '{course.Plan.Strata[i].Name}' are not those that the seed gives to its frame");
            }

            order[i] = [.. drawn.Select(u => u.Id)];
        }

        var sample = new BundleSample(order, [.. frame.Select(units => (long)units.Count)], FirstSizesOf(course, frame));
        sample.RequireLogged(course);
        return sample;
    }

    /// <summary>The digest of units in their order.</summary>
    public static ByteString DigestOf(IEnumerable<string> units)
    {
        var tree = new TreeCount();
        foreach (string unit in units)
        {
            tree.Add(Encoding.UTF8.GetBytes(unit));
        }

        return ByteString.CopyFrom(tree.Root());
    }

    public static ProofRejectedException Differs(string how) => new(ProofFault.SampleDiffers, $"The sample is not the one drawn: {how}.");

    private static void RequireOrder(IReadOnlyList<BundleTicket> tickets, int strata, bool isDrawn)
    {
        if (tickets.Count > 0 && !isDrawn)
        {
            throw Differs("there are tickets, and nothing is drawn");
        }

        (int stratum, long position) = (0, 0L);
        foreach (BundleTicket ticket in tickets)
        {
            bool isNext = ticket.Stratum == stratum ? ticket.Position == position + 1 : ticket.Stratum > stratum && ticket.Position == 1;
            if (!isNext || ticket.Stratum >= strata)
            {
                throw Differs($"ticket {ticket.Position} of stratum {ticket.Stratum} does not follow on the one before");
            }

            (stratum, position) = (ticket.Stratum, ticket.Position);
        }
    }

    /// <summary>What the plan asks for: all of a census, else the sample's size or all there is.</summary>
    private static long[] FirstSizesOf(AuditCourse course, IReadOnlyList<IReadOnlyList<string>> frame) => course.Drawn is null
        ? new long[frame.Count]
        : [.. course.Plan.Strata.Select((s, i) => s.SizeCase == Stratum.SizeOneofCase.Census ? frame[i].Count : Math.Min(s.SampleSize, frame[i].Count))];

    private void RequireLogged(AuditCourse course)
    {
        if (course.Drawn?.Event.Drawn is not { } logged)
        {
            return;
        }

        if (InTicketOrder.Where((units, i) => units.Count < FirstSizes[i]).Any())
        {
            throw Differs("tickets of the draw are missing");
        }

        if (logged.SampleDigest != DigestOf(InTicketOrder.SelectMany((units, i) => units.Take((int)FirstSizes[i])))
            || !logged.Strata.Select(s => s.SampleSize).SequenceEqual(FirstSizes))
        {
            throw Differs("the draw that was logged is another");
        }
    }
}
