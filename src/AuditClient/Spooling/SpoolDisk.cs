using Microsoft.Win32.SafeHandles;

namespace CrimeAudit.Client;

/// <summary>The operating system's disk.</summary>
internal sealed class SpoolDisk : ISpoolDisk
{
    public void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(file, bytes, offset);

    public void Flush(SafeFileHandle file) => RandomAccess.FlushToDisk(file);

    public void Delete(string path) => File.Delete(path);
}
