using Microsoft.Win32.SafeHandles;

namespace CrimeAudit.Client;

/// <summary>Reads the records of a segment one after the other, and tells a record that was never finished from a damaged one.</summary>
internal sealed class SegmentReader : IDisposable
{
    private const int Chunk = 64 * 1024;

    private readonly SafeFileHandle file;
    private readonly BoundedReads reads;

    public SegmentReader(string path, long first)
    {
        Path = path;
        Next = first;
        file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        reads = new BoundedReads(file);
    }

    /// <summary>Opens a segment at an update that it holds.</summary>
    /// <exception cref="SpoolDamagedException">What comes before it is not what was written.</exception>
    public static SegmentReader OpenAt(SpoolSegment segment, long number)
    {
        var opened = new SegmentReader(segment.Path, segment.First);
        try
        {
            if (!opened.ReadHeader())
            {
                throw opened.Damaged("its header is there no longer.");
            }

            while (opened.Next < number)
            {
                opened.ReadWritten(segment.Length);
            }

            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>Number of the update that the next record should hold.</summary>
    public long Next { get; private set; }

    /// <summary>Where the next record begins.</summary>
    public long Offset { get; private set; }

    /// <summary>Reads the header of the file. False: it was never finished.</summary>
    /// <exception cref="SpoolDamagedException">It is not that of this segment.</exception>
    public bool ReadHeader()
    {
        byte[] header = new byte[SpoolFormat.FileHeader];
        int read = reads.Read(header, SpoolFormat.FileHeader);
        if (read == header.Length && SpoolFormat.ReadFileHeader(header) == Next)
        {
            Offset = header.Length;
            return true;
        }

        return !IsUnfinished(SpoolFormat.FileHeader) ? throw Damaged("this is not the header of the segment that the file's name tells of.") : false;
    }

    /// <summary>Reads the next update's bytes. Null: nothing is left, or what is left was never finished, which <see cref="Rest"/> tells.</summary>
    /// <param name="bound">Bytes of the file that count. What stands behind them may yet be written over, and is not read.</param>
    /// <exception cref="SpoolDamagedException">There is something else than was written.</exception>
    public byte[]? Read(long bound)
    {
        Span<byte> header = stackalloc byte[SpoolFormat.RecordHeader];
        int read = reads.Read(header, bound);
        if (read == 0)
        {
            return null;
        }

        if (read < header.Length || SpoolFormat.ReadRecordHeader(header, Next) is not { } record)
        {
            return !IsUnfinished(header.Length) ? throw Damaged("its header is not what was written.") : null;
        }

        // Never more memory than the file has bytes, whatever it says of itself.
        byte[] update = new byte[Math.Clamp(Math.Min(bound, Length) - reads.Position, 0, record.Length)];
        if (reads.Read(update, bound) < record.Length || Crc32C.Of(update) != record.Sum)
        {
            return !IsUnfinished(header.Length + (long)record.Length) ? throw Damaged("its bytes are not what was written.") : null;
        }

        Offset += header.Length + record.Length;
        Next++;
        return update;
    }

    /// <summary>Reads the next update's bytes, which were written and are within the bound.</summary>
    /// <exception cref="SpoolDamagedException">They are not what was written.</exception>
    public byte[] ReadWritten(long bound) => Read(bound) ?? throw Damaged("it is there no longer.");

    /// <summary>Bytes of the whole file.</summary>
    public long Length => RandomAccess.GetLength(file);

    /// <summary>Bytes after the last whole record.</summary>
    public long Rest => Length - Offset;

    public SpoolDamagedException Damaged(string what) => new(Path, Offset, Next, what);

    public void Dispose() => file.Dispose();

    /// <summary>
    /// An interrupted append leaves a part of the record and then nothing, or zeros where the file had grown before its bytes came.
    /// Anything else was whole once.
    /// </summary>
    private bool IsUnfinished(long size)
    {
        byte[] chunk = new byte[Chunk];
        long written = Offset;
        int read;
        for (long place = Offset; (read = RandomAccess.Read(file, chunk, place)) > 0; place += read)
        {
            int last = chunk.AsSpan(0, read).LastIndexOfAnyExcept((byte)0);
            written = last < 0 ? written : place + last + 1;
        }

        return written < Offset + size;
    }
}
