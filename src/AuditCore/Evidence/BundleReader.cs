using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace AuditCore.Evidence;

/// <summary>Reads a bundle line by line, however large it is.</summary>
public static class BundleReader
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>The longest line that is read. A step holds at most what one message of the service may hold.</summary>
    private const int LongestLine = 16 << 20;

    /// <summary>Reads the lines of a bundle.</summary>
    /// <param name="bundle">Its bytes.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>The lines in their order.</returns>
    /// <exception cref="FormatException">A line is not one of a bundle, or is too long, or the last one is cut off; the message names its number.</exception>
    public static async IAsyncEnumerable<BundleLine> ReadAsync(Stream bundle, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        PipeReader pipe = PipeReader.Create(bundle, new StreamPipeReaderOptions(leaveOpen: true));
        for (long number = 1; ; number++)
        {
            byte[]? line = await NextAsync(pipe, number, cancel).ConfigureAwait(false);
            if (line is null)
            {
                await pipe.CompleteAsync().ConfigureAwait(false);
                yield break;
            }

            yield return Read(line, number);
        }
    }

    private static async ValueTask<byte[]?> NextAsync(PipeReader pipe, long number, CancellationToken cancel)
    {
        while (true)
        {
            ReadResult read = await pipe.ReadAsync(cancel).ConfigureAwait(false);
            if (read.Buffer.PositionOf(LineFeed) is { } feed)
            {
                SequencePosition after = read.Buffer.GetPosition(1, feed);
                byte[] line = read.Buffer.Slice(0, after).ToArray();
                pipe.AdvanceTo(after);
                return line;
            }

            if (read.IsCompleted)
            {
                return read.Buffer.IsEmpty ? null : throw new FormatException($"Line {number} is cut off.");
            }

            if (read.Buffer.Length > LongestLine)
            {
                throw new FormatException($"Line {number} is longer than any line of a bundle.");
            }

            pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static BundleLine Read(byte[] line, long number)
    {
        try
        {
            return BundleText.Read(line);
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"Line {number}: {wrong.Message}", wrong);
        }
    }
}
