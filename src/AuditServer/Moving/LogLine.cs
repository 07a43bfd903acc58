using AuditServer.Sequencing;

namespace AuditServer.Moving;

/// <summary>A line of an exported log.</summary>
internal abstract record LogLine;

/// <summary>The first line: what the file is.</summary>
internal sealed record HeaderLine(string Format, long Version) : LogLine
{
    /// <summary>What this program writes and reads.</summary>
    public static HeaderLine Current { get; } = new("crimeaudit-log", 1);
}

/// <summary>An entry.</summary>
internal sealed record EntryLine(StoredEntry Entry) : LogLine;

/// <summary>The last line: how many entries stand before it, and the RFC 6962 root over their leaf texts.</summary>
internal sealed record TrailerLine(long Size, byte[] Root) : LogLine;
