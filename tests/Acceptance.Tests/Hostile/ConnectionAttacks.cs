using CrimeAudit.V1;
using Google.Protobuf;

namespace Acceptance.Tests.Hostile;

/// <summary>What a connection can do to a server without ever making a sound call. Each ends by itself, or when the server has had enough.</summary>
/// <param name="address">The server.</param>
/// <param name="token">A credential: an attacker may have one.</param>
/// <param name="cancel">Ends an attack.</param>
internal sealed class ConnectionAttacks(Uri address, string token, CancellationToken cancel)
{
    private const uint UsualWindow = 65_535;
    private const int Flood = 20_000;
    private const string Watch = "/crimeaudit.v1.IncidentService/WatchIncidents";
    private const string Stream = "/crimeaudit.v1.IncidentService/StreamIncidents";
    private const string Read = "/crimeaudit.v1.LedgerService/ReadEntries";

    /// <summary>Every attack that is a flood, by its name.</summary>
    public IReadOnlyList<(string Name, Func<Task> Run)> Floods =>
    [
        ("streams opened and reset", () => FloodAsync(i => [.. Call(Watch, Id(i)), .. Http2Wire.ResetOf(Id(i))])),
        ("pings whose answers nobody reads", () => FloodAsync(_ => Http2Wire.Frame(Http2Wire.Ping, 0, 0, new byte[8]))),
        ("settings whose answers nobody reads", () => FloodAsync(_ => Http2Wire.Frame(Http2Wire.Settings, 0, 0, []))),
        ("headers that never end", () => FloodAsync(i => i == 0
            ? Http2Wire.Frame(Http2Wire.Headers, 0, 1, Http2Wire.Call(Watch, token))
            : Http2Wire.Frame(Http2Wire.Continuation, 0, 1, Http2Wire.Header($"x-{i}", new string('a', 200))))),
        ("empty continuations", () => FloodAsync(i => i == 0
            ? Http2Wire.Frame(Http2Wire.Headers, 0, 1, Http2Wire.Call(Watch, token))
            : Http2Wire.Frame(Http2Wire.Continuation, 0, 1, []))),
        ("empty data", () => FloodAsync(i => i == 0 ? Call(Stream, 1) : Http2Wire.Frame(Http2Wire.Data, 0, 1, []))),
        ("windows opened past their end", () => FloodAsync(_ => Http2Wire.Frame(Http2Wire.WindowUpdate, 0, 0, [0x7f, 0xff, 0xff, 0xff]))),
        ("priorities", () => FloodAsync(i => Http2Wire.Frame(Http2Wire.Priority, 0, Id(i), new byte[5]))),
        ("data past the window", () => FloodAsync(i => i == 0 ? Call(Stream, 1) : Http2Wire.Frame(Http2Wire.Data, 0, 1, new byte[16_000]))),
        ("one header, and another, and another", () => FloodAsync(i => i == 0
            ? Http2Wire.Frame(Http2Wire.Headers, Http2Wire.EndHeaders, 1, [.. Http2Wire.Call(Watch, token), .. Many()])
            : [])),
    ];

    /// <summary>A conversation that was sound before its bytes were changed here and there.</summary>
    public async Task BrokenAsync(int seed)
    {
        var random = new Random(seed);
        byte[] message = new StreamIncidentsRequest { FirstSequence = 1 }.ToByteArray();
        byte[] sound =
        [
            .. Call(Stream, 1), .. Http2Wire.Frame(Http2Wire.Data, 0, 1, GrpcFrame.Of(message)), .. Call(Watch, 3),
            .. Http2Wire.Frame(Http2Wire.Data, Http2Wire.EndStream, 3, GrpcFrame.Of(new WatchIncidentsRequest { Force = "kent" }.ToByteArray())),
            .. Http2Wire.Frame(Http2Wire.Ping, 0, 0, new byte[8]), .. Http2Wire.ResetOf(3),
        ];
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            sound[random.Next(sound.Length)] = (byte)random.Next(256);
        }

        await using Http2Wire wire = random.Next(10) == 0
            ? await Http2Wire.ConnectAsync(address, reads: true, cancel)
            : await Http2Wire.OpenAsync(address, reads: true, UsualWindow, cancel);
        await WriteAsync(wire, sound[..random.Next(sound.Length / 2, sound.Length)]);
    }

    /// <summary>Streams that begin a message and do not end it, as many as a connection has.</summary>
    /// <returns>The connection, to be held as long as they are to last.</returns>
    public async Task<Http2Wire> HalfOpenAsync(int streams)
    {
        Http2Wire wire = await Http2Wire.OpenAsync(address, reads: true, UsualWindow, cancel);
        for (int i = 0; i < streams; i++)
        {
            await WriteAsync(wire, [.. Call(Stream, Id(i)), .. Http2Wire.Frame(Http2Wire.Data, 0, Id(i), [0, 0, 0, 0xff, 0xff, 1, 2, 3])]);
        }

        return wire;
    }

    /// <summary>Streams that ask for all there is, and let the server send none of it.</summary>
    /// <returns>The connection, to be held as long as they are to last.</returns>
    public async Task<Http2Wire> UnreadAsync(int streams)
    {
        Http2Wire wire = await Http2Wire.OpenAsync(address, reads: false, window: 0, cancel);
        for (int i = 0; i < streams; i++)
        {
            (string method, IMessage question) = i % 2 == 0
                ? (Read, new ReadEntriesRequest { WantPayloads = true })
                : (Watch, (IMessage)new WatchIncidentsRequest { Force = "kent" });
            byte[] data = Http2Wire.Frame(Http2Wire.Data, Http2Wire.EndStream, Id(i), GrpcFrame.Of(question.ToByteArray()));
            await WriteAsync(wire, [.. Call(method, Id(i)), .. data]);
        }

        return wire;
    }

    /// <summary>A client that has all day for one message, a byte a frame, and leaves before the last.</summary>
    public async Task SlowAsync(byte[] message)
    {
        await using Http2Wire wire = await Http2Wire.OpenAsync(address, reads: true, UsualWindow, cancel);
        await WriteAsync(wire, Call(Stream, 1));
        foreach (byte one in GrpcFrame.Of(message)[..^1])
        {
            await WriteAsync(wire, Http2Wire.Frame(Http2Wire.Data, 0, 1, [one]));
        }
    }

    private static uint Id(int number) => (uint)((2 * number) + 1);

    private static byte[] Many() => [.. Enumerable.Range(0, 80).SelectMany(i => Http2Wire.Header($"x-{i}", new string('b', 100)))];

    private byte[] Call(string method, uint streamId) =>
        Http2Wire.Frame(Http2Wire.Headers, Http2Wire.EndHeaders, streamId, Http2Wire.Call(method, token));

    private async Task FloodAsync(Func<int, byte[]> next)
    {
        await using Http2Wire wire = await Http2Wire.OpenAsync(address, reads: false, UsualWindow, cancel);
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            for (int i = 0; i < Flood; i++)
            {
                await wire.WriteAsync(next(i), patience.Token);
            }
        }
        catch (Exception enough) when (enough is IOException || (enough is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // The server has ended the connection, or reads no more of it: either ends the flood.
        }
    }

    private async Task WriteAsync(Http2Wire wire, byte[] bytes)
    {
        try
        {
            await wire.WriteAsync(bytes, cancel);
        }
        catch (IOException)
        {
            // The server has ended the connection, as it may.
        }
    }
}
