using CrimeAudit.V1;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace AuditServer.Tests.Support;

/// <summary>Every RPC of <c>crimeaudit.v1</c>, from the descriptors in the contract's assembly.</summary>
internal static class Contract
{
    public static IReadOnlyList<Rpc> Rpcs { get; } =
    [
        .. from type in typeof(IncidentUpdate).Assembly.GetExportedTypes()
           where type.Name.EndsWith("Reflection", StringComparison.Ordinal)
           let file = type.GetProperty("Descriptor")?.GetValue(null) as FileDescriptor
           where file is { Package: "crimeaudit.v1" }
           from service in file.Services
           from method in service.Methods
           select new Rpc($"/{service.FullName}/{method.Name}", TypeOf(method)),
    ];

    private static MethodType TypeOf(MethodDescriptor method) => (method.IsClientStreaming, method.IsServerStreaming) switch
    {
        (false, false) => MethodType.Unary,
        (false, true) => MethodType.ServerStreaming,
        (true, false) => MethodType.ClientStreaming,
        (true, true) => MethodType.DuplexStreaming,
    };

    internal sealed record Rpc(string Method, MethodType Type);
}
