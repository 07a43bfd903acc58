using CrimeAudit.V1;
using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Support;

/// <summary>Every RPC of <c>crimeaudit.v1</c>, from the descriptors in the contract's assembly: a new one is found without being named here.</summary>
internal static class ContractRpcs
{
    /// <summary>Service by service, in the order of the contract.</summary>
    public static IReadOnlyList<MethodDescriptor> All { get; } =
    [
        .. from type in typeof(IncidentUpdate).Assembly.GetExportedTypes()
           where type.Name.EndsWith("Reflection", StringComparison.Ordinal)
           let file = type.GetProperty("Descriptor")?.GetValue(null) as FileDescriptor
           where file is { Package: "crimeaudit.v1" }
           from service in file.Services
           orderby service.Name
           from method in service.Methods
           select method,
    ];
}
