using Microsoft.Win32.SafeHandles;

namespace CrimeAudit.Client;

/// <summary>
/// Reads a file forward in large pieces, never past a bound that is given anew each time: what stands behind it may still be cut off and
/// written over, and a piece that was read ahead would keep what is no longer there.
/// </summary>
internal sealed class BoundedReads(SafeFileHandle file)
{
    private const int Most = 64 * 1024;

    private readonly byte[] ahead = new byte[Most];
    private int taken;
    private int there;
    private long readThrough;

    /// <summary>Where the next byte stands.</summary>
    public long Position => readThrough - (there - taken);

    /// <summary>Reads until the target is full or the bound, or the end of the file, is reached.</summary>
    /// <returns>Bytes read.</returns>
    public int Read(Span<byte> target, long bound)
    {
        int done = 0;
        while (done < target.Length && (taken < there || ReadAhead(bound)))
        {
            int some = Math.Min(target.Length - done, there - taken);
            ahead.AsSpan(taken, some).CopyTo(target[done..]);
            taken += some;
            done += some;
        }

        return done;
    }

    private bool ReadAhead(long bound)
    {
        int most = (int)Math.Clamp(bound - readThrough, 0, Most);
        taken = 0;
        there = RandomAccess.Read(file, ahead.AsSpan(0, most), readThrough);
        readThrough += there;
        return there > 0;
    }
}
