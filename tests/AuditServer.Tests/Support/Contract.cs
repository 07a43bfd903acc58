using Google.Protobuf.Reflection;
using Grpc.Core;
using Tests.Shared;

namespace AuditServer.Tests.Support;

/// <summary>Every RPC of <c>crimeaudit.v1</c>, as gRPC calls it.</summary>
internal static class Contract
{
    public static IReadOnlyList<Rpc> Rpcs { get; } =
        [.. ContractDescriptors.Rpcs.Select(method => new Rpc($"/{method.Service.FullName}/{method.Name}", TypeOf(method)))];

    private static MethodType TypeOf(MethodDescriptor method) => (method.IsClientStreaming, method.IsServerStreaming) switch
    {
        (false, false) => MethodType.Unary,
        (false, true) => MethodType.ServerStreaming,
        (true, false) => MethodType.ClientStreaming,
        (true, true) => MethodType.DuplexStreaming,
    };

    internal sealed record Rpc(string Method, MethodType Type);
}
