namespace CrimeAudit.Client;

/// <content>What readers ask of it.</content>
internal sealed partial class Spool
{
    /// <summary>The segment that holds an update which is not acknowledged.</summary>
    public SpoolSegment SegmentOf(long number)
    {
        lock (gate)
        {
            return active?.Segment.First <= number ? active.Segment : closed.Last(segment => segment.First <= number);
        }
    }

    /// <summary>
    /// The updates that are not acknowledged when the reading begins, as they are on the disk. Appending and acknowledging go on meanwhile,
    /// and a segment that goes before it is read is left out.
    /// </summary>
    /// <exception cref="SpoolDamagedException">One is not what was written.</exception>
    public IEnumerable<byte[]> Unacknowledged()
    {
        (long first, SpoolSegment[] segments) = Needed();
        foreach (SpoolSegment segment in segments)
        {
            using SegmentReader? reader = OpenUnlessReleased(segment, Math.Max(first, segment.First));
            while (reader?.Next <= segment.Last)
            {
                yield return reader.ReadWritten(segment.Length);
            }
        }
    }

    /// <summary>The first update that is not acknowledged, and the segments from it on.</summary>
    private (long First, SpoolSegment[] Segments) Needed()
    {
        lock (gate)
        {
            IEnumerable<SpoolSegment> all = active is null ? closed : closed.Append(active.Segment);
            return (Acknowledged + 1, [.. all.Where(segment => segment.Last >= Math.Max(segment.First, Acknowledged + 1))]);
        }
    }

    private SegmentReader? OpenUnlessReleased(SpoolSegment segment, long number)
    {
        try
        {
            return SegmentReader.OpenAt(segment, number);
        }
        catch (FileNotFoundException) when (segment.Last <= Acknowledged)
        {
            return null;
        }
    }
}
