using Acceptance.Tests.Support;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Tests.Shared;

namespace Acceptance.Tests.Hostile;

/// <summary>Calls whose frames or headers are wrong, each with the reason with which it has to end.</summary>
internal static class BadFrames
{
    private const string Encoding = "grpc-encoding";
    private const string Gzip = "gzip";

    // Unpacked, many times what a message may hold.
    private const int BombMegabytes = 256;

    private static readonly byte[] Sound = new WatchIncidentsRequest { Force = "kent" }.ToByteArray();

    private static readonly string[] Rpcs = ["SubmitIncident", "GetIncident", "WatchIncidents", "StreamIncidents"];

    /// <summary>Calls that end as INVALID_FIELDS: their bytes are not the message.</summary>
    public static IEnumerable<FramedCall> Unreadable =>
    [
        .. OfAll("a prefix cut short", [0, 0, 0]),
        .. OfAll("a message cut short", GrpcFrame.Of(Sound, length: (uint)Sound.Length + 10)),
        .. OfAll("a flag that there is not", GrpcFrame.Of(Sound, flag: 2)),
        .. OfAll("compressed, and nothing says how", GrpcFrame.Of(Sound, flag: 1)),
        .. OfAll("compressed otherwise than it says", GrpcFrame.Of(Sound, flag: 1), (Encoding, Gzip)),
        .. OfAll("a length that no message has", GrpcFrame.Of(Sound, length: uint.MaxValue)),
        .. OfAll("no protobuf", GrpcFrame.Of([0x0a, 0xff, 0x01])),
        .. OfSingle("no message", []),
        .. OfSingle("two messages", [.. GrpcFrame.Of(Sound), .. GrpcFrame.Of(Sound)]),
        .. OfSingle("a message and half a prefix", [.. GrpcFrame.Of(Sound), 0, 0]),
    ];

    /// <summary>Calls that end as OVER_LIMIT.</summary>
    public static IEnumerable<FramedCall> TooLarge =>
    [
        .. OfAll("a length past the limit", GrpcFrame.Of(Sound, length: (4 * 1024 * 1024) + 1)),
        .. OfAll("a bomb", GrpcFrame.Of(GrpcFrame.Bomb(BombMegabytes), flag: 1), (Encoding, Gzip)),
    ];

    /// <summary>Calls with headers that mean nothing; the message is sound.</summary>
    public static IEnumerable<FramedCall> OddHeaders =>
    [
        .. new[] { "", "x", "1", "1X", "-1S", "0n", "1.5S", "99999999H", "999999999S", new string('9', 4_000) + "S", "1S 1S" }
            .SelectMany(timeout => OfUnary($"the timeout {timeout[..Math.Min(timeout.Length, 20)]}", GrpcFrame.Of(Sound), ("grpc-timeout", timeout))),
        .. OfUnary("an encoding that nobody knows", GrpcFrame.Of(Sound, flag: 1), (Encoding, "zstd, ,;")),
        .. OfUnary("metadata that is no base64", GrpcFrame.Of(Sound), ("x-bin", "%%%"), ("grpc-trace-bin", "=")),
        .. OfUnary("a trace that is none", GrpcFrame.Of(Sound), ("traceparent", "00-zz"), ("tracestate", new string('=', 2_000)), ("baggage", ",,;;==")),
        .. OfUnary("no credential", GrpcFrame.Of(Sound), ("authorization", "")),
        .. OfUnary("a credential without an end", GrpcFrame.Of(Sound), ("authorization", "Bearer " + new string('a', 12_000))),
        .. OfUnary("a credential of parts", GrpcFrame.Of(Sound), ("authorization", "Bearer a.b.c.d.e..")),
        .. OfUnary("another scheme", GrpcFrame.Of(Sound), ("authorization", "Basic x:y")),
    ];

    private static IEnumerable<FramedCall> OfAll(string what, byte[] body, params (string, string)[] headers) =>
        Rpcs.Select(rpc => new FramedCall(what, RpcOf(rpc), body, headers));

    private static IEnumerable<FramedCall> OfSingle(string what, byte[] body, params (string, string)[] headers) =>
        OfAll(what, body, headers).Where(c => !c.Rpc.IsClientStreaming);

    private static IEnumerable<FramedCall> OfUnary(string what, byte[] body, params (string, string)[] headers) =>
        OfSingle(what, body, headers).Where(c => !c.Rpc.IsServerStreaming);

    private static MethodDescriptor RpcOf(string name) => ContractDescriptors.Rpcs.Single(r => r.Name == name);
}
