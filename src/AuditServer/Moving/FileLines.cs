using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace AuditServer.Moving;

/// <summary>Whole lines of a file, each ended by a line feed, and what stands after the last of them.</summary>
internal sealed class FileLines(Stream file)
{
    // A payload is a message of 64 MiB at most, and base64 takes a third more.
    private const long LongestLine = 128L * 1024 * 1024;

    /// <summary>Number of the line read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Where it ends, in bytes from the start.</summary>
    public long Position { get; private set; }

    /// <summary>What stands after the last whole line, once all are read.</summary>
    public ReadOnlyMemory<byte> Rest { get; private set; }

    /// <summary>Reads the lines without their line feeds; each is valid until the next.</summary>
    /// <exception cref="MoveRefusedException">A line is longer than any can be.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        PipeReader reader = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 1 << 16, leaveOpen: true));
        while (true)
        {
            ReadResult read = await reader.ReadAsync(cancel);
            ReadOnlySequence<byte> buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                ReadOnlySequence<byte> line = buffer.Slice(0, end);
                Number++;
                Position += line.Length + 1;
                yield return line.IsSingleSegment ? line.First : line.ToArray();
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (buffer.Length > LongestLine)
            {
                throw MoveRefusedException.AtLine(Number + 1, $"is longer than {LongestLine} bytes: the file is not an exported log");
            }

            if (read.IsCompleted)
            {
                Rest = buffer.ToArray();
                await reader.CompleteAsync();
                yield break;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }
}
