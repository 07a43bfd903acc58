using System.Reflection;

namespace AuditServer.Storage.SqlServer;

/// <summary>Scripts for an administrator: the service never runs them, and <c>migrate --print</c> shows them.</summary>
internal static class AdministrationScripts
{
    private const string Prefix = "AuditServer.Storage.SqlServer.Administration.";

    private static readonly Assembly Assembly = typeof(AdministrationScripts).Assembly;

    /// <summary>Names of the files.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of a script.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(Prefix + name)!);
        return reader.ReadToEnd();
    }
}
