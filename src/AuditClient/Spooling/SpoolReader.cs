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
            segment = Open(wanted);
        }

        byte[] update = segment.Read(wanted.Length) ?? throw segment.Damaged("it is there no longer.");
        Next++;
        return update;
    }

    public void Dispose() => segment?.Dispose();

    /// <summary>A spool that was opened anew may begin in the middle of a segment.</summary>
    private SegmentReader Open(SpoolSegment wanted)
    {
        var opened = new SegmentReader(wanted.Path, wanted.First);
        if (!opened.ReadHeader())
        {
            throw opened.Damaged("its header is there no longer.");
        }

        while (opened.Next < Next)
        {
            _ = opened.Read(wanted.Length) ?? throw opened.Damaged("it is there no longer.");
        }

        return opened;
    }
}
