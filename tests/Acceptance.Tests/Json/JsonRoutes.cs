using Acceptance.Tests.Support;
using Google.Api;
using Google.Protobuf.Reflection;
using Tests.Shared;

namespace Acceptance.Tests.Json;

/// <summary>Where the contract says that each unary RPC is over JSON.</summary>
internal static class JsonRoutes
{
    /// <summary>Every unary RPC, service by service in the order of the contract.</summary>
    public static IReadOnlyList<MethodDescriptor> Unary { get; } =
        [.. ContractDescriptors.Rpcs.Where(m => !m.IsClientStreaming && !m.IsServerStreaming)];

    /// <summary>The verb and the template of the path.</summary>
    public static (string Verb, string Template) RouteOf(MethodDescriptor method)
    {
        HttpRule rule = method.GetOptions()?.GetExtension(AnnotationsExtensions.Http)
            ?? throw new InvalidOperationException($"{method.FullName} has no google.api.http.");
        return rule.PatternCase == HttpRule.PatternOneofCase.Get ? ("GET", rule.Get) : ("POST", rule.Post);
    }
}
