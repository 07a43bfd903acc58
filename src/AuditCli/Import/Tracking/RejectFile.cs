using System.Globalization;
using System.Text;
using AuditCli.Input;

namespace AuditCli.Import.Tracking;

/// <summary>The rows that did not get in: a CSV of line number, reasons and the row as it stood. Made with the first of them.</summary>
internal sealed class RejectFile(string path) : IDisposable
{
    private static readonly byte[] Header = "line,reasons,row\n"u8.ToArray();

    private FileStream? file;

    /// <summary>Bytes written.</summary>
    public long Length => file?.Position ?? 0;

    /// <summary>Whether the file holds what a progress says of it.</summary>
    public bool Holds(ImportProgress progress) =>
        progress.RejectsLength == 0 || (File.Exists(path) && IsOurs() && new FileInfo(path).Length >= progress.RejectsLength);

    /// <summary>Goes on behind what is settled; what stands beyond was never settled and will be written again.</summary>
    /// <param name="settled">Bytes of the file to keep; 0: begin anew.</param>
    /// <exception cref="InputException">There is a file of that name which is no reject file.</exception>
    public void Open(long settled)
    {
        if (settled > 0)
        {
            file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
            file.SetLength(settled);
            file.Position = settled;
        }
        else if (File.Exists(path))
        {
            if (!IsOurs())
            {
                throw new InputException([$"--rejects: '{path}' exists and is not a reject file; it is left alone"]);
            }

            File.Delete(path);
        }
    }

    public void Add(long line, IEnumerable<string> reasons, ReadOnlySpan<byte> row)
    {
        if (file is null)
        {
            file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
            file.Write(Header);
        }

        file.Write(Encoding.UTF8.GetBytes(line.ToString(CultureInfo.InvariantCulture) + ","));
        Quote(Encoding.UTF8.GetBytes(string.Join("; ", reasons)));
        file.WriteByte((byte)',');
        Quote(row);
        file.WriteByte((byte)'\n');
    }

    /// <summary>On disk, before any progress speaks of it.</summary>
    public void Flush() => file?.Flush(flushToDisk: true);

    public void Dispose() => file?.Dispose();

    private bool IsOurs()
    {
        using FileStream there = File.OpenRead(path);
        byte[] start = new byte[Header.Length];
        return there.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual(Header);
    }

    /// <summary>Byte for byte, so that a row in another encoding stays what it was.</summary>
    private void Quote(ReadOnlySpan<byte> text)
    {
        const byte Mark = (byte)'"';
        file!.WriteByte(Mark);
        for (int mark = text.IndexOf(Mark); mark >= 0; mark = text.IndexOf(Mark))
        {
            file.Write(text[..(mark + 1)]);
            file.WriteByte(Mark);
            text = text[(mark + 1)..];
        }

        file.Write(text);
        file.WriteByte(Mark);
    }
}
