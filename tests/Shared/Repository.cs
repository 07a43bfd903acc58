namespace Tests.Shared;

/// <summary>The repository that the tests run in, found from where they were built.</summary>
internal static class Repository
{
    private const string Solution = "CrimeAuditGrpc.sln";

    private static readonly Lazy<string> Root = new(FindRoot);

    /// <summary>The full path of something that stands in it.</summary>
    /// <param name="path">As from the root, <c>docs/sql.md</c>.</param>
    public static string PathOf(string path) => Path.Combine(Root.Value, path);

    /// <summary>The text of a file in it, with line feeds whatever the checkout made of them.</summary>
    public static string Read(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"The tests do not run inside the repository: no folder above has {Solution}.");
    }
}
