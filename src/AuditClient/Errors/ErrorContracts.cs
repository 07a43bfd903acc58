using CrimeAudit.V1;
using Google.Protobuf.Reflection;

namespace CrimeAudit.Client;

/// <summary>The contract's own annotations of <see cref="ErrorReason"/>: the names on the wire, the advice.</summary>
internal static class ErrorContracts
{
    public const string Domain = "crimeaudit";
    private const string Prefix = "ERROR_REASON_";

    private static readonly EnumDescriptor Reasons = ErrorsReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(ErrorReason));

    /// <summary>The reason of a name on the wire; a name that this version of the contract does not hold is unspecified.</summary>
    public static ErrorReason ReasonOf(string wireName) =>
        (ErrorReason)(Reasons.FindValueByName(Prefix + wireName)?.Number ?? (int)ErrorReason.Unspecified);

    public static ErrorContract Of(ErrorReason reason) =>
        Reasons.FindValueByNumber((int)reason).GetOptions().GetExtension(ErrorsExtensions.Error);
}
