namespace CrimeAudit.Client;

/// <summary>Reads updates of an open spool one after the other, behind the one who appends, from segment to segment.</summary>
internal sealed class SpoolReader(Spool spool, long first) : IDisposable
{
    private SegmentReader? segment;
    private SpoolSegment? reading;

    /// <summary>Number of the update that is read next.</summary>
    public long Next { get; private set; } = first;

    /// <summary>Reads the next update, which is there: its number is not above <see cref="Spool.Last"/>.</summary>
    /// <exception cref="SpoolDamagedException">It is not what was written.</exception>
    public byte[] Read()
    {
        SpoolSegment wanted = spool.SegmentOf(Next);
        if (segment is null || reading!.First != wanted.First)
        {
            segment?.Dispose();
            reading = wanted;
            // A spool that was opened anew may begin in the middle of a segment.
            segment = SegmentReader.OpenAt(wanted, Next);
        }

        byte[] update = segment.ReadWritten(wanted.Length);
        Next++;
        return update;
    }

    public void Dispose() => segment?.Dispose();
}
