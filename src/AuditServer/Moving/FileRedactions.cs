using AuditServer.Replay;

namespace AuditServer.Moving;

/// <summary>Gathers the redactions of an exported log before it is read from the start: what they left stands in entries before them.</summary>
internal static class FileRedactions
{
    private static ReadOnlySpan<byte> Mark => ",\"kind\":\"redaction\","u8;

    /// <summary>Reads the whole file once. A line that is none is passed over; it is refused when it is read.</summary>
    public static async Task<KnownRedactions> ReadAsync(FileStream file, CancellationToken cancel)
    {
        var known = new KnownRedactions();
        var parser = new LineParser();
        await foreach (ReadOnlyMemory<byte> line in new FileLines(file).ReadAsync(cancel))
        {
            if (line.Span.IndexOf(Mark) >= 0 && Read(parser, line.Span) is { } entry)
            {
                known.Add(entry.Entry);
            }
        }

        file.Position = 0;
        return known;
    }

    private static EntryLine? Read(LineParser parser, ReadOnlySpan<byte> line)
    {
        try
        {
            return parser.Parse(line) as EntryLine;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
