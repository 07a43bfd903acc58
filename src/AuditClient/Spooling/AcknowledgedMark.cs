using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace CrimeAudit.Client;

/// <summary>
/// The file <c>acknowledged</c>: the number up to which every update has its result, as 19 digits, a space, the CRC-32C of the digits in
/// hex, a line feed. It is overwritten in place, and forced to the disk only before a segment goes: while every segment that it counts on is
/// there, an older number only sends again what the service has.
/// </summary>
internal sealed class AcknowledgedMark : IDisposable
{
    private const string Name = "acknowledged";
    private const int Digits = 19;
    private const int Length = Digits + 10;

    private readonly ISpoolDisk disk;
    private readonly FileStream stream;
    private readonly SafeFileHandle file;

    public AcknowledgedMark(SpoolOptions options)
    {
        disk = options.Disk;
        stream = OwnersFile.Open(Path.Combine(options.Directory, Name), FileMode.OpenOrCreate, FileShare.Read);
        file = stream.SafeFileHandle;
    }

    /// <summary>The number; null: the file is new, or not what was written.</summary>
    public long? Read()
    {
        byte[] line = new byte[Length + 1];
        string text = Encoding.ASCII.GetString(line.AsSpan(0, RandomAccess.Read(file, line, 0)));
        return text.Length == Length
            && long.TryParse(text.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && text == LineOf(number)
                ? number
                : null;
    }

    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(long number) => RandomAccess.Write(file, Encoding.ASCII.GetBytes(LineOf(number)), 0);

    /// <summary>Waits until the disk has what was written.</summary>
    /// <exception cref="IOException">It may not have it.</exception>
    public void Flush() => disk.Flush(file);

    public void Dispose() => stream.Dispose();

    private static string LineOf(long number)
    {
        string digits = number.ToString("D19", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{digits} {Crc32C.Of(Encoding.ASCII.GetBytes(digits)):x8}\n");
    }
}
