using System.Globalization;
using System.Reflection;

namespace AuditServer.Storage.Migrations;

/// <summary>The numbered scripts of an engine, <c>0001-….sql</c>, embedded in the program.</summary>
internal sealed class MigrationScripts
{
    private const int Digits = 4;

    /// <param name="engine">Folder of the engine, <c>Sqlite</c>.</param>
    public MigrationScripts(string engine)
    {
        Prefix = $"AuditServer.Storage.{engine}.Migrations.";
        Names = [.. Assembly.GetManifestResourceNames().Where(Holds).Order(StringComparer.Ordinal).Select(n => n[Prefix.Length..])];
        Latest = int.Parse(Names[^1].AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>The assembly that holds the scripts.</summary>
    public static Assembly Assembly => typeof(MigrationScripts).Assembly;

    /// <summary>How the names of the scripts begin in <see cref="Assembly"/>.</summary>
    public string Prefix { get; }

    /// <summary>Names of the files, in the order in which they run.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of the last script: the version of the schema that this program works with.</summary>
    public int Latest { get; }

    /// <summary>Whether an embedded file is one of these scripts.</summary>
    public bool Holds(string resource) => resource.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The text of a script.</summary>
    public string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(Prefix + name)!);
        return reader.ReadToEnd();
    }
}
