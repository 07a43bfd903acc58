using AuditServer.Storage;
using Tests.Shared;

namespace AuditServer.Tests.Storage;

/// <summary>The SQL files of an engine as they stand in the repository.</summary>
internal static class SqlFolder
{
    /// <summary>Where the engines stand, as from the root.</summary>
    public const string Storage = "src/AuditServer/Storage";

    public static IReadOnlyList<string> Engines { get; } = [StorageOptions.Sqlite, StorageOptions.SqlServer];

    /// <summary>Names of the files of one kind (<c>Statements</c>, <c>Migrations</c>, <c>Administration</c>), in their order.</summary>
    public static IReadOnlyList<string> Names(string engine, string kind)
    {
        string folder = Repository.PathOf($"{Storage}/{engine}/{kind}");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.sql").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
            : [];
    }

    public static string Read(string engine, string kind, string name) => Repository.Read($"{Storage}/{engine}/{kind}/{name}");
}
