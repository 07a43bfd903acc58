using System.Collections.Concurrent;
using System.Text;
using CrimeAudit.Client;
using Microsoft.Win32.SafeHandles;

namespace AuditClient.Tests.Spooling;

/// <summary>A disk with so much room, that flushes while the test lets it, and that tells what it was asked in which order.</summary>
internal sealed class FaultyDisk : ISpoolDisk
{
    private readonly SpoolDisk real = new();

    /// <summary>What was flushed, with what it held then, and what was deleted, in order.</summary>
    public ConcurrentQueue<(string What, string Text)> Done { get; } = [];

    /// <summary>Runs when a write found no room for its whole, before it fails.</summary>
    public Action? BeforeFailing { get; set; }

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
            BeforeFailing?.Invoke();
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
        byte[] content = new byte[RandomAccess.GetLength(file)];
        Done.Enqueue(("flush", Encoding.ASCII.GetString(content, 0, RandomAccess.Read(file, content, 0))));
    }

    public void Delete(string path)
    {
        Done.Enqueue(("delete", Path.GetFileName(path)));
        real.Delete(path);
    }
}
