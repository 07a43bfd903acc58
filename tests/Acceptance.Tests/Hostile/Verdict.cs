using CrimeAudit.V1;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Tests.Shared;
using Status = Google.Rpc.Status;

namespace Acceptance.Tests.Hostile;

/// <summary>Judges the end of a call by the contract alone: the annotated reasons, and what the comment of the RPC names.</summary>
internal static class Verdict
{
    private const string Prefix = "ERROR_REASON_";

    private static readonly Dictionary<string, ErrorContract> Reasons = ErrorsReflection.Descriptor.EnumTypes.Single(e => e.Name == nameof(ErrorReason))
        .Values.ToDictionary(v => v.Name[Prefix.Length..], v => v.GetOptions()!.GetExtension(ErrorsExtensions.Error));

    private static readonly Dictionary<string, IReadOnlyList<string>> Named = ContractText.ErrorsOfRpcs.ToDictionary(r => r.Rpc, r => r.Errors);

    /// <summary>What is wrong with how a call ended; null: nothing.</summary>
    public static string? WrongWith(MethodDescriptor rpc, CallEnd end) => end.Failure switch
    {
        null => null,
        { StatusCode: StatusCode.Cancelled } when end.IsCut => null,
        { } failure when failure.GetRpcStatus() is not { } => $"{failure.StatusCode} without details: {failure.Status.Detail}",
        { } failure => WrongWith(rpc, failure.GetRpcStatus()!),
    };

    /// <summary>What is wrong with a status, as the wire or JSON tells it; null: nothing.</summary>
    public static string? WrongWith(MethodDescriptor rpc, Status status)
    {
        string said = $"{(Code)status.Code}: {status.Message}";
        if (status.Details.Count == 0 || !status.Details[0].TryUnpack(out ErrorInfo info) || !Reasons.TryGetValue(info.Reason, out ErrorContract? contract))
        {
            return $"no reason of the contract with {said}";
        }

        return contract.Code != (Code)status.Code ? $"{info.Reason} is not {said}"
            : contract.Retry == RetryAdvice.Report ? $"a fault of the service, {info.Reason}: {said}"
            : contract.AnyCall || Named[rpc.Name].Contains(info.Reason) ? null
            : $"{info.Reason}, which the contract does not name for {rpc.Name}: {said}";
    }
}
