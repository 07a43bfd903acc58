using Microsoft.Win32.SafeHandles;

namespace CrimeAudit.Client;

/// <summary>The segment that is being appended to. Its file is made with its first records.</summary>
internal sealed class SegmentWriter(SpoolOptions options, long first) : IDisposable
{
    private FileStream? file;

    /// <summary>What is in it.</summary>
    public SpoolSegment Segment { get; private set; } =
        new(Path.Combine(options.Directory, SpoolFormat.FileName(first)), first, first - 1, SpoolFormat.FileHeader);

    public bool IsFull => Segment.Length >= options.SegmentSize;

    /// <summary>Nobody knows what is on the disk now: the spool must be opened, and read, again.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Puts records behind the last one. They count from <see cref="Take"/> on.</summary>
    /// <exception cref="IOException">They are not there, unless it is broken now.</exception>
    public void Write(ReadOnlySpan<byte> records)
    {
        file ??= Create();
        SafeFileHandle handle = file.SafeFileHandle;
        try
        {
            options.Disk.Write(handle, records, Segment.Length);
        }
        catch (IOException)
        {
            CutBack(handle);
            throw;
        }

        if (options.FlushToDisk)
        {
            Flush(handle);
        }
    }

    /// <summary>Counts what was written.</summary>
    public void Take(int bytes, int updates) => Segment = Segment with { Last = Segment.Last + updates, Length = Segment.Length + bytes };

    public void Dispose()
    {
        if (file is null)
        {
            return;
        }

        using (file)
        {
            if (IsBroken)
            {
                file.SetLength(Segment.Length);
            }
        }
    }

    private FileStream Create()
    {
        FileStream made = OwnersFile.Open(Segment.Path, FileMode.CreateNew, FileShare.Read | FileShare.Delete);
        Span<byte> header = stackalloc byte[SpoolFormat.FileHeader];
        SpoolFormat.WriteFileHeader(header, Segment.First);
        try
        {
            options.Disk.Write(made.SafeFileHandle, header, 0);
            return made;
        }
        catch (IOException)
        {
            made.Dispose();
            File.Delete(Segment.Path);
            throw;
        }
    }

    /// <summary>A part of a record must not stay: what is appended later would stand behind it.</summary>
    private void CutBack(SafeFileHandle handle)
    {
        IsBroken = true;
        RandomAccess.SetLength(handle, Segment.Length);
        IsBroken = false;
    }

    // A system whose flush has failed may have thrown the bytes away and say yes the next time.
    private void Flush(SafeFileHandle handle)
    {
        IsBroken = true;
        try
        {
            options.Disk.Flush(handle);
        }
        catch (IOException)
        {
            // The caller hears that they were not taken: the next writer is not to find them, even if this process is killed now.
            RandomAccess.SetLength(handle, Segment.Length);
            throw;
        }

        IsBroken = false;
    }
}
