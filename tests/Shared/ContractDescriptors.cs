using CrimeAudit.V1;
using Google.Protobuf.Reflection;

namespace Tests.Shared;

/// <summary>The descriptors of <c>crimeaudit.v1</c> in the contract's assembly: what is new is found without being named here.</summary>
internal static class ContractDescriptors
{
    private const string Package = "crimeaudit.v1";

    /// <summary>Its files.</summary>
    public static IReadOnlyList<FileDescriptor> Files { get; } =
    [
        .. typeof(IncidentUpdate).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor")?.GetValue(null))
            .OfType<FileDescriptor>()
            .Where(file => file.Package == Package),
    ];

    /// <summary>Every RPC, service by service, in the order of the contract.</summary>
    public static IReadOnlyList<MethodDescriptor> Rpcs { get; } =
        [.. Files.SelectMany(file => file.Services).OrderBy(service => service.Name).SelectMany(service => service.Methods)];
}
