using System.Globalization;
using AuditServer.Storage;
using AuditServer.Storage.Migrations;
using Tests.Shared;

namespace AuditServer.Tests.Storage;

/// <summary>No SQL stands where none of the gates looks: each gate takes one kind of file of an engine whole, as the program holds it.</summary>
public sealed class SqlFilesTests
{
    private static readonly string[] Kinds = ["Statements", "Migrations", "Administration"];

    public static TheoryData<string> Engines => [.. SqlFolder.Engines];

    [Fact]
    public void Every_sql_file_is_a_statement_a_migration_or_a_script_of_an_administrator()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(Repository.PathOf("src"), "*.sql", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Repository.PathOf("src"), file).Split(Path.DirectorySeparatorChar).Any(f => f is "bin" or "obj"))
            .Select(file => Path.GetRelativePath(Repository.PathOf(SqlFolder.Storage), file).Replace('\\', '/'));
        Assert.Equal(Known("/").Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_sql_file_is_in_the_program() => Assert.Equal(
        Known(".").Select(name => $"AuditServer.Storage.{name}").Order(StringComparer.Ordinal),
        typeof(SqlText).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_file_says_first_what_it_is_for(string engine) => Assert.All(
        Kinds.SelectMany(kind => SqlFolder.Names(engine, kind).Select(name => (kind, name))),
        file => Assert.NotEmpty(SqlFile.Read(SqlFolder.Read(engine, file.kind, file.name)).Purpose));

    [Theory]
    [MemberData(nameof(Engines))]
    public void Migrations_are_numbered_from_one_without_a_gap(string engine)
    {
        var scripts = new MigrationScripts(engine);
        Assert.Equal(
            Enumerable.Range(1, scripts.Latest).Select(number => number.ToString("0000", CultureInfo.InvariantCulture)),
            scripts.Names.Select(name => name[..name.IndexOf('-', StringComparison.Ordinal)]));
    }

    private static IEnumerable<string> Known(string separator) => SqlFolder.Engines.SelectMany(engine =>
        Kinds.SelectMany(kind => SqlFolder.Names(engine, kind).Select(name => string.Join(separator, engine, kind, name))));
}
