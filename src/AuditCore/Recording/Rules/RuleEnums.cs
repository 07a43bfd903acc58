using CrimeAudit.V1;
using Google.Protobuf.Reflection;

namespace AuditCore.Recording.Rules;

/// <summary>The contract's enums, whose names the rules file uses.</summary>
internal static class RuleEnums
{
    public static EnumDescriptor CancellationReason { get; } = Find("CancellationReason");

    public static EnumDescriptor DeciderKind { get; } = Find("DeciderKind");

    public static EnumDescriptor ReporterKind { get; } = Find("ReporterKind");

    public static EnumDescriptor NotRecordedReason { get; } = Find("NotRecordedReason");

    private static EnumDescriptor Find(string name) => IncidentsReflection.Descriptor.EnumTypes.Single(e => e.Name == name);
}
