namespace AuditServer.Moving;

/// <summary>Looks at the end of an exported log before it is read from the start.</summary>
internal static class FileEnd
{
    // A trailer has some 90 bytes.
    private const int Longest = 256;

    /// <summary>How many entries its trailer speaks of; null when the file does not end with one.</summary>
    public static async Task<long?> SizeAsync(FileStream file, CancellationToken cancel)
    {
        byte[] end = new byte[Math.Min(Longest, file.Length)];
        file.Position = file.Length - end.Length;
        await file.ReadExactlyAsync(end, cancel);
        file.Position = 0;
        return Read(end);
    }

    private static long? Read(ReadOnlySpan<byte> end)
    {
        if (end.IsEmpty || end[^1] != '\n')
        {
            return null;
        }

        ReadOnlySpan<byte> line = end[..^1];
        try
        {
            return new LineParser().Parse(line[(line.LastIndexOf((byte)'\n') + 1)..]) is TrailerLine trailer ? trailer.Size : null;
        }
        catch (FormatException)
        {
            // Whatever it is, it is refused with its line when it is read.
            return null;
        }
    }
}
