using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.Reflection;

namespace AuditCli.Support;

/// <summary>Names of error reasons as they stand on the wire and in the documentation: <c>FORCE_NOT_PERMITTED</c>.</summary>
internal static class ReasonNames
{
    private const string Prefix = "ERROR_REASON_";

    private static readonly EnumDescriptor Values = ErrorsReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(ErrorReason));

    /// <summary>The contract's reason; where the answer carries none, the gRPC status.</summary>
    public static string Name(CrimeAuditException failure) => failure.Reason == ErrorReason.Unspecified
        ? failure.StatusCode.ToString()
        : Values.FindValueByNumber((int)failure.Reason).Name[Prefix.Length..];
}
