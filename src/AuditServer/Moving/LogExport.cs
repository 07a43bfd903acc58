using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Moving;

/// <summary>
/// Writes the log into a file, as it stands when the export begins. What a file of an earlier run holds is checked
/// against the database and kept, so an interrupted export goes on, and an old one is brought up to date.
/// </summary>
internal sealed class LogExport(ILogReads log)
{
    private const int Page = 1_000;

    /// <summary>Exports.</summary>
    /// <exception cref="MoveRefusedException">There is no log, or the file holds something else.</exception>
    public async Task<MovedLog> RunAsync(string path, MoveProgress progress, CancellationToken cancel)
    {
        LogHead head = await log.FindHeadAsync(cancel) ?? throw new LogNotFoundException();
        progress.Total = head.Size;
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            BufferSize = 1 << 16,
            Options = FileOptions.Asynchronous,
        });
        LogFileReader there = await CheckAsync(file, head, progress, cancel);
        long before = there.Tree.Count;
        if (there.Trailer is null || before < head.Size)
        {
            await WriteAsync(file, there, head, progress, cancel);
        }

        return new MovedLog(head.Size, there.Tree.Root(), head.Size - before);
    }

    private async Task<LogFileReader> CheckAsync(FileStream file, LogHead head, MoveProgress progress, CancellationToken cancel)
    {
        var there = new LogFileReader(file);
        var comparison = new LogComparison(log);
        await foreach (StoredEntry entry in there.ReadAsync(cancel))
        {
            if (entry.Index >= head.Size)
            {
                throw new MoveRefusedException(
                    $"The file holds entry {entry.Index}, and the log in the database ends before it, with {head.Size} entries: it is another log, or an older state of it.");
            }

            await comparison.RequireSameAsync(entry, cancel);
            progress.Report(1, entry.Index);
        }

        // Before it is overwritten: half a header is an export that was cut short at once, anything else is somebody's file.
        return there.EndOfEntries > 0 || new LineWriter().Write(HeaderLine.Current).Span.StartsWith(there.Rest.Span)
            ? there
            : throw MoveRefusedException.AtLine(1, "is no header: the file is not an exported log");
    }

    private async Task WriteAsync(FileStream file, LogFileReader there, LogHead head, MoveProgress progress, CancellationToken cancel)
    {
        var line = new LineWriter();
        file.SetLength(there.EndOfEntries);
        file.Position = there.EndOfEntries;
        if (there.EndOfEntries == 0)
        {
            await file.WriteAsync(line.Write(HeaderLine.Current), cancel);
        }

        while (there.Tree.Count < head.Size)
        {
            int most = (int)Math.Min(Page, head.Size - there.Tree.Count);
            foreach (StoredEntry entry in await ReadAsync(there.Tree.Count, most, head.Size, cancel))
            {
                there.Tree.Add(LeafOf(entry));
                await file.WriteAsync(line.Write(new EntryLine(entry)), cancel);
            }

            progress.Report(most, there.Tree.Count - 1);
        }

        await file.WriteAsync(line.Write(new TrailerLine(head.Size, there.Tree.Root())), cancel);
        await file.FlushAsync(cancel);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
    }

    private async ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(long from, int number, long size, CancellationToken cancel)
    {
        IReadOnlyList<StoredEntry> page = await log.ReadAsync(from, number, cancel);
        for (int i = 0; i < number; i++)
        {
            if (i >= page.Count || page[i].Index != from + i)
            {
                throw new MoveRefusedException($"The database lacks entry {from + i} or what it holds: its log is damaged.");
            }

            if (page[i].RedactedBy >= size)
            {
                throw new MoveRefusedException(
                    $"Entry {from + i} was erased while the log was exported. Remove the file, which may hold what was erased, and export anew.");
            }
        }

        return page;
    }

    private static byte[] LeafOf(StoredEntry entry)
    {
        try
        {
            return EntryLeaf.Of(entry);
        }
        catch (FormatException wrong)
        {
            throw new MoveRefusedException($"Entry {entry.Index} of the database {wrong.Message}", wrong);
        }
    }
}
