using AuditServer.Replay;
using AuditServer.Sequencing;

namespace AuditServer.Moving;

/// <summary>
/// Writes an exported log into a database that is empty or holds the beginning of the same log. Everything is checked
/// line by line; what stands before a wrong line is written and whole, so a mended file goes on from there.
/// </summary>
internal sealed class LogImport(ILogReads log, LogReplay replay)
{
    private const int Turn = 1_000;

    /// <summary>Imports.</summary>
    /// <exception cref="MoveRefusedException">Something is wrong with the file, or it is of another log than the database.</exception>
    /// <exception cref="LogMovedException">Something else writes to the database.</exception>
    public async Task<MovedLog> RunAsync(string path, MoveProgress progress, CancellationToken cancel)
    {
        LogHead head = await log.FindHeadAsync(cancel) ?? throw new LogNotFoundException();
        await using var file = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        progress.Total = await FileEnd.SizeAsync(file, cancel);
        var reader = new LogFileReader(file);
        await WriteAsync(reader, head, progress, cancel);
        TrailerLine trailer = reader.Trailer
            ?? throw MoveRefusedException.AtLine(reader.NextLine, $"{(reader.Rest.IsEmpty ? "is missing" : "is cut short")}: the file ends before its trailer");
        return new MovedLog(trailer.Size, trailer.Root, Math.Max(0, trailer.Size - head.Size));
    }

    private async Task WriteAsync(LogFileReader reader, LogHead head, MoveProgress progress, CancellationToken cancel)
    {
        var comparison = new LogComparison(log);
        var turn = new List<StoredEntry>(Turn);
        try
        {
            await foreach (StoredEntry entry in reader.ReadAsync(cancel))
            {
                if (entry.Index < head.Size)
                {
                    await comparison.RequireSameAsync(entry, cancel);
                    progress.Report(1, entry.Index);
                    continue;
                }

                turn.Add(entry);
                if (turn.Count == Turn)
                {
                    await WriteAsync(turn, progress, cancel);
                }
            }
        }
        catch (MoveRefusedException) when (turn.Count > 0)
        {
            // The lines before the wrong one are as good as if the file ended there.
            await WriteAsync(turn, progress, cancel);
            throw;
        }

        await WriteAsync(turn, progress, cancel);
    }

    private async Task WriteAsync(List<StoredEntry> turn, MoveProgress progress, CancellationToken cancel)
    {
        try
        {
            await replay.WriteAsync(turn, cancel);
        }
        catch (EntryRefusedException refused)
        {
            turn.Clear();
            throw MoveRefusedException.AtLine(LogPlace.LineOf(refused.Index), refused.Reason, refused);
        }

        if (turn.Count > 0)
        {
            progress.Report(turn.Count, turn[^1].Index);
            turn.Clear();
        }
    }
}
