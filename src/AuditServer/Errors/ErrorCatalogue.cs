using System.Collections.Frozen;
using CrimeAudit.V1;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace AuditServer.Errors;

/// <summary>What the contract says about each error reason: its name on the wire, its status code, its retry advice.</summary>
internal static class ErrorCatalogue
{
    private const string Prefix = "ERROR_REASON_";

    private static readonly FrozenDictionary<ErrorReason, Entry> Entries = Read().ToFrozenDictionary();

    /// <summary>The reason as ErrorInfo carries it: the proto name without <c>ERROR_REASON_</c>.</summary>
    public static string Name(ErrorReason reason) => Entries[reason].Name;

    /// <summary>The status code that the reason is annotated with.</summary>
    public static Code Code(ErrorReason reason) => Entries[reason].Code;

    private static Dictionary<ErrorReason, Entry> Read() =>
        ErrorsReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(ErrorReason)).Values.ToDictionary(
            value => (ErrorReason)value.Number,
            value => new Entry(value.Name[Prefix.Length..], value.GetOptions().GetExtension(ErrorsExtensions.Error).Code));

    private sealed record Entry(string Name, Code Code);
}
