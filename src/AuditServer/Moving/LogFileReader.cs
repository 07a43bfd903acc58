using System.Runtime.CompilerServices;
using AuditCore.Ledger;
using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Moving;

/// <summary>
/// Reads an exported log from its first line on and checks all that the file itself can tell: its form, dense indexes,
/// digests, times that never step back, and the root that its trailer names.
/// </summary>
internal sealed class LogFileReader(Stream file)
{
    private readonly LineParser parser = new();
    private readonly FileLines lines = new(file);
    private long lastMicros;

    /// <summary>The tree over the entries so far; its count is the number of entries.</summary>
    public MerkleRoot Tree { get; } = new();

    /// <summary>Where in the file the header or the last whole entry ends.</summary>
    public long EndOfEntries { get; private set; }

    /// <summary>How far the file is read, in bytes.</summary>
    public long Position => lines.Position;

    /// <summary>The trailer; null while it was not met.</summary>
    public TrailerLine? Trailer { get; private set; }

    /// <summary>The line after the last whole one.</summary>
    public long NextLine => lines.Number + 1;

    /// <summary>What stands after the last whole line; empty when the file ends with one.</summary>
    public ReadOnlyMemory<byte> Rest => lines.Rest;

    /// <summary>Reads the entries.</summary>
    /// <exception cref="MoveRefusedException">Something is wrong; says in which line.</exception>
    public async IAsyncEnumerable<StoredEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (ReadOnlyMemory<byte> line in lines.ReadAsync(cancel))
        {
            if (Check(line.Span) is { } entry)
            {
                yield return entry;
            }
        }
    }

    private StoredEntry? Check(ReadOnlySpan<byte> line)
    {
        try
        {
            LogLine content = parser.Parse(line);
            return lines.Number == 1 ? CheckHeader(content)
                : Trailer is not null ? throw new FormatException("stands after the trailer")
                : content is EntryLine { Entry: var entry } ? CheckEntry(entry)
                : content is TrailerLine trailer ? CheckTrailer(trailer)
                : throw new FormatException("is a second header");
        }
        catch (FormatException wrong)
        {
            throw MoveRefusedException.AtLine(lines.Number, wrong.Message, wrong);
        }
    }

    private StoredEntry? CheckHeader(LogLine content)
    {
        EndOfEntries = lines.Position;
        return content == HeaderLine.Current ? null
            : content is HeaderLine header ? throw new FormatException($"is of format '{header.Format}' version {header.Version}; this program reads '{HeaderLine.Current.Format}' version {HeaderLine.Current.Version}")
            : throw new FormatException("is no header: the file is not an exported log");
    }

    private StoredEntry CheckEntry(StoredEntry entry)
    {
        if (entry.Index != Tree.Count)
        {
            throw new FormatException($"holds entry {entry.Index} where entry {Tree.Count} follows");
        }

        if (entry.AcceptedMicros < lastMicros)
        {
            throw new FormatException($"is accepted at {entry.AcceptedMicros}, before the entry in front of it at {lastMicros}");
        }

        if (!entry.HasItsDigest)
        {
            throw new FormatException("has a digest that is not SHA-256 of its salt and payload");
        }

        Tree.Add(EntryLeaf.Of(entry));
        lastMicros = entry.AcceptedMicros;
        EndOfEntries = lines.Position;
        return entry;
    }

    private StoredEntry? CheckTrailer(TrailerLine trailer)
    {
        if (trailer.Size != Tree.Count)
        {
            throw new FormatException($"says that {trailer.Size} entries stand before it; {Tree.Count} do");
        }

        byte[] root = Tree.Root();
        if (!root.AsSpan().SequenceEqual(trailer.Root))
        {
            throw new FormatException(
                $"says that the root is {Convert.ToBase64String(trailer.Root)}; that of the entries is {Convert.ToBase64String(root)}: " +
                "either it is not the trailer of these entries, or one of them was changed");
        }

        Trailer = trailer;
        return null;
    }
}
