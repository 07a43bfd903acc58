using System.Collections.Concurrent;
using System.Reflection;
using Google.Protobuf.Reflection;

namespace AuditServer.Rates;

/// <summary>Values of enums as the contract names them: <c>WHY_MISSED_NOT_RECOGNISED</c>.</summary>
internal static class ContractNames
{
    private static readonly ConcurrentDictionary<Enum, string> Known = [];

    /// <summary>The name of a value of the contract's; the number where this contract does not know it.</summary>
    public static string Of(Enum value) => Known.GetOrAdd(
        value, v => v.GetType().GetField(v.ToString())?.GetCustomAttribute<OriginalNameAttribute>()?.Name ?? v.ToString());
}
