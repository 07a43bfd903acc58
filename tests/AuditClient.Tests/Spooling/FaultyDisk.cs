using CrimeAudit.Client;
using Microsoft.Win32.SafeHandles;

namespace AuditClient.Tests.Spooling;

/// <summary>A disk with so much room, and that flushes while the test lets it.</summary>
internal sealed class FaultyDisk : ISpoolDisk
{
    private readonly SpoolDisk real = new();

    /// <summary>Bytes that can still be written.</summary>
    public int Room { get; set; } = int.MaxValue;

    public bool FlushFails { get; set; }

    public int Flushes { get; private set; }

    /// <summary>What a write fails with that nobody foresees; null: it does not.</summary>
    public Exception? Fault { get; set; }

    public void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        if (Fault is not null)
        {
            throw Fault;
        }

        int fits = Math.Min(Room, bytes.Length);
        real.Write(file, bytes[..fits], offset);
        Room -= fits;
        if (fits < bytes.Length)
        {
            throw new IOException("No space left on device");
        }
    }

    public void Flush(SafeFileHandle file)
    {
        Flushes++;
        if (FlushFails)
        {
            throw new IOException("Input/output error");
        }

        real.Flush(file);
    }
}
