namespace AuditCli.Tests.Support;

/// <summary>A folder that goes with its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-cli-tests-");

    public string Path => folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file.</summary>
    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    /// <summary>A copy of the published street file, so that what is written beside it goes too.</summary>
    public string StreetFile()
    {
        System.IO.File.Copy(System.IO.Path.Combine(AppContext.BaseDirectory, "data", "thames-valley-2019-02-street.csv.gz"), File("street.csv.gz"));
        return File("street.csv.gz");
    }

    public void Dispose() => folder.Delete(recursive: true);
}
