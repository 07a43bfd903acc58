using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Json;

/// <summary>A call over JSON as docs/json.md shows it.</summary>
/// <param name="Rpc">The RPC that answers.</param>
/// <param name="Role">The caller's role.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Body">The request; null: the call is a GET.</param>
internal sealed record JsonExample(string Rpc, string Role, string Path, string? Body = null)
{
    /// <summary>Done on the way to what the next examples show, and not shown.</summary>
    public bool Silent { get; init; }

    /// <summary>By a second one of that role.</summary>
    public bool Another { get; init; }

    /// <summary>The caller's subject.</summary>
    public string Subject => Another ? $"another-{Role}" : $"a-{Role}";

    /// <summary>The variable that holds the caller's credential.</summary>
    public string Variable => Another ? $"ANOTHER_{Role.ToUpperInvariant()}" : Role.ToUpperInvariant();

    /// <summary>Whether the request goes where the contract says that the RPC is.</summary>
    public bool IsOf(MethodDescriptor method)
    {
        (string verb, string template) = JsonRoutes.RouteOf(method);
        string pattern = Regex.Replace(
            Regex.Escape(template), @"\\\{(\w+)(=\\\*\\\*)?}", match => match.Groups[2].Success ? "[^?]+" : "[^/:?]+");
        return verb == (Body is null ? "GET" : "POST") && Regex.IsMatch(Path, $@"^{pattern}(\?|$)");
    }
}
