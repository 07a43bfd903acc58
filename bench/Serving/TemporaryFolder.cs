namespace Bench.Serving;

/// <summary>A folder that is deleted with all that is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-bench-");

    /// <summary>Where it is.</summary>
    public string Path => folder.FullName;

    /// <summary>Deletes it.</summary>
    public void Dispose() => folder.Delete(recursive: true);
}
