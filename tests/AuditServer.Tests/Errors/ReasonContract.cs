using CrimeAudit.V1;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace AuditServer.Tests.Errors;

/// <summary>What the contract says about a reason, read from its annotation alone.</summary>
internal sealed record ReasonContract(string Name, string StatusCode, string Advice, bool OfAnyCall)
{
    private const string Prefix = "ERROR_REASON_";

    /// <summary>The HTTP status of the code, as google/rpc/code.proto maps it.</summary>
    public int HttpStatus => StatusCode switch
    {
        "INVALID_ARGUMENT" or "FAILED_PRECONDITION" or "OUT_OF_RANGE" => 400,
        "UNAUTHENTICATED" => 401,
        "PERMISSION_DENIED" => 403,
        "NOT_FOUND" => 404,
        "ALREADY_EXISTS" => 409,
        "RESOURCE_EXHAUSTED" => 429,
        "INTERNAL" or "DATA_LOSS" => 500,
        "UNAVAILABLE" => 503,
        _ => throw new InvalidOperationException($"No HTTP status is known of {StatusCode}."),
    };

    public static ReasonContract Of(ErrorReason reason)
    {
        EnumValueDescriptor value = Values(ErrorsReflection.Descriptor, nameof(ErrorReason)).FindValueByNumber((int)reason);
        ErrorContract said = value.GetOptions().GetExtension(ErrorsExtensions.Error);
        return new ReasonContract(value.Name[Prefix.Length..], NameOf(said.Code), NameOf(said.Retry), said.AnyCall);
    }

    public static string NameOf(Code code) => Values(CodeReflection.Descriptor, nameof(Google.Rpc.Code)).FindValueByNumber((int)code).Name;

    public static string NameOf(RetryAdvice advice) =>
        Values(ErrorsReflection.Descriptor, nameof(RetryAdvice)).FindValueByNumber((int)advice).Name["RETRY_ADVICE_".Length..];

    private static EnumDescriptor Values(FileDescriptor file, string name) => file.FindTypeByName<EnumDescriptor>(name);
}
