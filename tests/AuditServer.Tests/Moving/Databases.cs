using AuditServer.Commands;

namespace AuditServer.Tests.Moving;

/// <summary>Files and databases of a test, and the verbs run on them.</summary>
internal sealed class Databases : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-moving-");

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>Runs a verb on a database file.</summary>
    /// <returns>Its exit code, and the last line on standard error: those before it tell progress.</returns>
    public static async Task<(int Code, string Error)> RunAsync(string verb, string file, string database)
    {
        var error = new StringWriter();
        int code = await ServerCommandLine.RunAsync(
            [verb, file, $"--CrimeAudit:Storage:Path={database}"], TextWriter.Null, error, TestContext.Current.CancellationToken);
        return (code, error.ToString().TrimEnd().Split(Environment.NewLine)[^1]);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
