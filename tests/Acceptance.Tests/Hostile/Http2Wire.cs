using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Acceptance.Tests.Hostile;

/// <summary>A connection on which HTTP/2 is written frame by frame, by the rules or against them.</summary>
internal sealed class Http2Wire : IAsyncDisposable
{
    public const byte Data = 0, Headers = 1, Priority = 2, Reset = 3, Settings = 4, Ping = 6, GoAway = 7, WindowUpdate = 8, Continuation = 9;
    public const byte EndStream = 1, EndHeaders = 4;

    private const int FrameHead = 9;
    private const int LongPrefix = 0x7f;
    private const byte Cancelled = 8;

    private static readonly byte[] Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();

    private readonly TcpClient client;
    private readonly NetworkStream stream;
    private readonly Task reading;

    private Http2Wire(TcpClient client, bool reads)
    {
        this.client = client;
        stream = client.GetStream();
        reading = reads ? ReadAsync() : Task.CompletedTask;
    }

    /// <summary>Connects, and begins as the protocol says.</summary>
    /// <param name="address">The server.</param>
    /// <param name="reads">Whether what comes back is read; if not, it piles up.</param>
    /// <param name="window">Bytes of a stream's answer that the server may send.</param>
    /// <param name="cancel">Ends the attempt.</param>
    public static async Task<Http2Wire> OpenAsync(Uri address, bool reads, uint window, CancellationToken cancel)
    {
        Http2Wire wire = await ConnectAsync(address, reads, cancel);
        await wire.WriteAsync(Preface, cancel);
        byte[] setting = new byte[6];
        setting[1] = 4;
        BinaryPrimitives.WriteUInt32BigEndian(setting.AsSpan(2), window);
        await wire.FrameAsync(Settings, 0, 0, setting, cancel);
        return wire;
    }

    /// <summary>Connects, and says nothing yet.</summary>
    public static async Task<Http2Wire> ConnectAsync(Uri address, bool reads, CancellationToken cancel)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port, cancel);
        return new Http2Wire(client, reads);
    }

    /// <summary>The header block of a gRPC call, each header in full: a compression that needs no memory.</summary>
    public static byte[] Call(string method, string token) =>
    [
        .. Header(":method", "POST"), .. Header(":scheme", "http"), .. Header(":path", method), .. Header(":authority", "localhost"),
        .. Header("content-type", "application/grpc"), .. Header("te", "trailers"), .. Header("authorization", $"Bearer {token}"),
    ];

    /// <summary>One header in full.</summary>
    public static byte[] Header(string name, string value) => [0, .. Text(name), .. Text(value)];

    /// <summary>A frame's bytes.</summary>
    public static byte[] Frame(byte type, byte flags, uint streamId, ReadOnlySpan<byte> payload)
    {
        byte[] frame = new byte[FrameHead + payload.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame, (uint)payload.Length << 8);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(5), streamId);
        payload.CopyTo(frame.AsSpan(FrameHead));
        return frame;
    }

    public ValueTask FrameAsync(byte type, byte flags, uint streamId, byte[] payload, CancellationToken cancel) =>
        WriteAsync(Frame(type, flags, streamId, payload), cancel);

    /// <summary>Ends a stream as a client that has no more use for it.</summary>
    public static byte[] ResetOf(uint streamId) => Frame(Reset, 0, streamId, [0, 0, 0, Cancelled]);

    /// <summary>Writes bytes.</summary>
    /// <exception cref="IOException">The server has ended the connection.</exception>
    public ValueTask WriteAsync(byte[] bytes, CancellationToken cancel) => stream.WriteAsync(bytes, cancel);

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        client.Dispose();
        await reading;
    }

    private static byte[] Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var length = new List<byte>();
        int rest = bytes.Length;
        if (rest < LongPrefix)
        {
            length.Add((byte)rest);
        }
        else
        {
            length.Add(LongPrefix);
            for (rest -= LongPrefix; rest >= 0x80; rest >>= 7)
            {
                length.Add((byte)(rest | 0x80));
            }

            length.Add((byte)rest);
        }

        return [.. length, .. bytes];
    }

    private async Task ReadAsync()
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            while (await stream.ReadAsync(buffer) > 0)
            {
                // What comes back does not matter here.
            }
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException)
        {
            // The server, or the test, has ended the connection.
        }
    }
}
