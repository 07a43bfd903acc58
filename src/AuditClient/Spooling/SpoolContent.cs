using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace CrimeAudit.Client;

/// <summary>What is in a spool's folder, read and checked from the first byte to the last.</summary>
/// <param name="Segments">Segments with updates, in order.</param>
/// <param name="TornTail">What was never finished at the end; null: nothing.</param>
internal sealed record SpoolContent(IReadOnlyList<SpoolSegment> Segments, SpoolTornTail? TornTail)
{
    /// <summary>Number of the first update; null: there is none.</summary>
    public long? First => Segments.Count > 0 ? Segments[0].First : null;

    /// <summary>Number of the last update; null: there is none.</summary>
    public long? Last => Segments.Count > 0 ? Segments[^1].Last : null;

    /// <param name="directory">The folder.</param>
    /// <param name="acknowledged">Up to where the service has answered, so that what came before may be gone; null: nobody knows.</param>
    /// <exception cref="SpoolDamagedException">Something is not what was written, or is missing.</exception>
    public static SpoolContent Read(string directory, long? acknowledged)
    {
        string[] paths = [.. Directory.GetFiles(directory, "*" + SpoolFormat.Extension).Order(StringComparer.Ordinal)];
        var segments = new List<SpoolSegment>();
        SpoolTornTail? torn = null;
        foreach (string path in paths)
        {
            (SpoolSegment segment, torn) = Read(path, isLast: path == paths[^1]);
            if (segment.Last >= segment.First)
            {
                RequireNoGap(segment, segments.LastOrDefault(), acknowledged);
                segments.Add(segment);
            }
        }

        return new SpoolContent(segments, torn);
    }

    /// <summary>Ends the last file after its last update, so that segments can follow; one that has none is gone.</summary>
    public void CutOffTornTail()
    {
        if (TornTail is null)
        {
            return;
        }

        if (TornTail.Offset <= SpoolFormat.FileHeader)
        {
            File.Delete(TornTail.File);
            return;
        }

        using SafeFileHandle file = File.OpenHandle(TornTail.File, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.SetLength(file, TornTail.Offset);
        RandomAccess.FlushToDisk(file);
    }

    private static (SpoolSegment Segment, SpoolTornTail? Torn) Read(string path, bool isLast)
    {
        using var reader = new SegmentReader(path, NumberOf(path));
        long first = reader.Next;
        if (reader.ReadHeader())
        {
            long whole = reader.Length;
            while (reader.Read(whole) is not null)
            {
            }
        }

        // A file with a header alone was about to get its first update; it goes as a torn one does.
        bool torn = reader.Rest > 0 || reader.Next == first;
        return torn && !isLast
            ? throw reader.Damaged("it was never finished, though later segments were begun.")
            : (new SpoolSegment(path, first, reader.Next - 1, reader.Offset), torn ? new SpoolTornTail(path, reader.Offset, reader.Rest) : null);
    }

    private static long NumberOf(string path) =>
        long.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        && Path.GetFileName(path) == SpoolFormat.FileName(number)
            ? number
            : throw new SpoolDamagedException(path, 0, 0, "no segment has such a name.");

    private static void RequireNoGap(SpoolSegment segment, SpoolSegment? before, long? acknowledged)
    {
        long held = before?.Last ?? acknowledged ?? segment.First - 1;
        if (before is not null && segment.First <= held)
        {
            throw new SpoolDamagedException(segment.Path, 0, segment.First, $"the segment before holds updates up to {held}.");
        }

        // What has been acknowledged may be gone; nothing else may.
        if (segment.First > Math.Max(held, acknowledged ?? 0) + 1)
        {
            throw new SpoolDamagedException(segment.Path, 0, held + 1, $"updates {held + 1} to {segment.First - 1} are missing.");
        }
    }
}
