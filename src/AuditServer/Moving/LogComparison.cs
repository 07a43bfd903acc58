using AuditServer.Sequencing;

namespace AuditServer.Moving;

/// <summary>
/// Holds the entries of a file against those of the database. All of them, not a few: it costs one reading of what is
/// there, and then the first entry that differs is known by its index.
/// </summary>
internal sealed class LogComparison(ILogReads log)
{
    private const int Page = 1_000;

    private IReadOnlyList<StoredEntry> page = [];

    /// <summary>Compares the next entry, in the order of the log.</summary>
    /// <exception cref="MoveRefusedException">The database has another entry there.</exception>
    public async ValueTask RequireSameAsync(StoredEntry entry, CancellationToken cancel)
    {
        if (page.Count == 0 || entry.Index > page[^1].Index)
        {
            page = await log.ReadAsync(entry.Index, Page, cancel);
        }

        int place = page.Count == 0 ? 0 : (int)(entry.Index - page[0].Index);
        StoredEntry? there = place < page.Count ? page[place] : null;
        if (there is not null && there.IsOriginOf(entry))
        {
            (string whole, string erased) = entry.RedactedBy is null ? ("file", "database") : ("database", "file");
            throw new MoveRefusedException(
                $"What entry {entry.Index} held was erased in the {erased}, by entry {there.RedactedBy ?? entry.RedactedBy}, and stands in the " +
                $"{whole} still. Remove that {whole}, and move the log anew.");
        }

        if (there is null || !there.IsSameAs(entry))
        {
            throw new MoveRefusedException(
                $"File and database hold different logs: entry {entry.Index}, in line {LogPlace.LineOf(entry.Index)} of the file, is the first that differs.");
        }
    }
}
