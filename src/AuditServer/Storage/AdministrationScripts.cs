using System.Reflection;

namespace AuditServer.Storage;

/// <summary>
/// Scripts of an engine for an administrator, embedded in the program: <c>migrate --print</c> shows them. Of all of them the program
/// itself runs only the one that creates a database, and that only when <c>migrate --create-database</c> says so.
/// </summary>
internal sealed class AdministrationScripts
{
    private static readonly Assembly Assembly = typeof(AdministrationScripts).Assembly;

    private readonly string prefix;

    /// <param name="engine">Folder of the engine, <c>SqlServer</c>.</param>
    public AdministrationScripts(string engine)
    {
        prefix = $"AuditServer.Storage.{engine}.Administration.";
        Names =
        [
            .. Assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Select(n => n[prefix.Length..])
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Names of the files.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The text of a script.</summary>
    public string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(prefix + name)!);
        return reader.ReadToEnd();
    }
}
