using System.Reflection;
using AuditServer.Hosting;

namespace AuditServer.Tests.Deployment;

/// <summary>The settings that the server's options bind.</summary>
internal static class Settings
{
    /// <summary>Their names, <c>CrimeAudit:Storage:Provider</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(AuditServerHost).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && SectionOf(type) is not null)
            .SelectMany(type => type.GetProperties().Where(p => p.CanWrite).Select(p => $"{SectionOf(type)}:{p.Name}")),
    ];

    private static string? SectionOf(Type type) =>
        type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string;
}
