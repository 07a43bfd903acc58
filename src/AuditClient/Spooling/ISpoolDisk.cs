using Microsoft.Win32.SafeHandles;

namespace CrimeAudit.Client;

/// <summary>What a spool asks of the disk while it appends and lets go; a test puts a full or failing one here.</summary>
internal interface ISpoolDisk
{
    /// <exception cref="IOException">The bytes were written in part or not at all.</exception>
    void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset);

    /// <exception cref="IOException">What was written before may not be on the disk.</exception>
    void Flush(SafeFileHandle file);

    /// <exception cref="IOException">The file is there still.</exception>
    void Delete(string path);
}
