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
        KnownRedactions redactions = await FileRedactions.ReadAsync(file, cancel);
        var reader = new LogFileReader(file);
        await WriteAsync(reader, redactions, head, progress, cancel);
        TrailerLine trailer = reader.Trailer
            ?? throw MoveRefusedException.AtLine(reader.NextLine, $"{(reader.Rest.IsEmpty ? "is missing" : "is cut short")}: the file ends before its trailer");
        return new MovedLog(trailer.Size, trailer.Root, Math.Max(0, trailer.Size - head.Size));
    }

    private async Task WriteAsync(
        LogFileReader reader, KnownRedactions redactions, LogHead head, MoveProgress progress, CancellationToken cancel)
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

                turn.Add(WithResidue(entry, redactions));
                if (turn.Count == Turn)
                {
                    await WriteAsync(turn, redactions, progress, cancel);
                }
            }
        }
        catch (MoveRefusedException) when (turn.Count > 0)
        {
            // The lines before the wrong one are as good as if the file ended there.
            await WriteAsync(turn, redactions, progress, cancel);
            throw;
        }

        await WriteAsync(turn, redactions, progress, cancel);
    }

    /// <summary>An erased entry with what the redaction left of it.</summary>
    private static StoredEntry WithResidue(StoredEntry entry, KnownRedactions redactions) => entry.RedactedBy is not { } redaction
        ? entry
        : redactions.ResidueOf(entry.Index, redaction) is { } residue
            ? entry with { Payload = residue }
            : throw MoveRefusedException.AtLine(
                LogPlace.LineOf(entry.Index), $"was erased by entry {redaction}, which the file does not hold, or which does not name it");

    private async Task WriteAsync(
        List<StoredEntry> turn, KnownRedactions redactions, MoveProgress progress, CancellationToken cancel)
    {
        try
        {
            await replay.WriteAsync(turn, redactions, cancel);
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
