using System.Collections.Frozen;
using System.Reflection;

namespace AuditServer.Storage;

/// <summary>
/// The SQL files of an engine, one statement a file, embedded in the program: all that the service will ever run can
/// be read in one folder.
/// </summary>
internal sealed class SqlText
{
    private readonly FrozenDictionary<string, string> statements;

    /// <summary>Loads the statements of an engine.</summary>
    /// <param name="engine">Folder of the engine, <c>Sqlite</c>.</param>
    public SqlText(string engine)
    {
        Assembly assembly = typeof(SqlText).Assembly;
        string prefix = $"AuditServer.Storage.{engine}.Statements.";
        statements = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[prefix.Length..^".sql".Length], name => Read(assembly, name), StringComparer.Ordinal);
    }

    /// <summary>The text of a statement by the name of its file.</summary>
    public string this[string name] => statements[name];

    /// <summary>Names of all statements.</summary>
    public IEnumerable<string> Names => statements.Keys;

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
