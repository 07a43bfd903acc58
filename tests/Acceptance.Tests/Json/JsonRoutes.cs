using CrimeAudit.V1;
using Google.Api;
using Google.Protobuf.Reflection;

namespace Acceptance.Tests.Json;

/// <summary>Where the contract says that each unary RPC is over JSON.</summary>
internal static class JsonRoutes
{
    /// <summary>Every unary RPC, service by service in the order of the contract.</summary>
    public static IReadOnlyList<MethodDescriptor> Unary { get; } =
    [
        .. from type in typeof(IncidentUpdate).Assembly.GetExportedTypes()
           where type.Name.EndsWith("Reflection", StringComparison.Ordinal)
           let file = type.GetProperty("Descriptor")?.GetValue(null) as FileDescriptor
           where file is { Package: "crimeaudit.v1" }
           from service in file.Services
           orderby service.Name
           from method in service.Methods
           where !method.IsClientStreaming && !method.IsServerStreaming
           select method,
    ];

    /// <summary>The verb and the template of the path.</summary>
    public static (string Verb, string Template) RouteOf(MethodDescriptor method)
    {
        HttpRule rule = method.GetOptions()?.GetExtension(AnnotationsExtensions.Http)
            ?? throw new InvalidOperationException($"{method.FullName} has no google.api.http.");
        return rule.PatternCase == HttpRule.PatternOneofCase.Get ? ("GET", rule.Get) : ("POST", rule.Post);
    }
}
