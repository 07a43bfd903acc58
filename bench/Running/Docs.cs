namespace Bench.Running;

/// <summary>The folder of the pages, found from where the program is run or built.</summary>
internal static class Docs
{
    /// <summary>A file in it.</summary>
    /// <exception cref="InvalidOperationException">The program is run outside the repository.</exception>
    public static string File(string name) => Path.Combine(Root(), "docs", name);

    /// <summary>A file of the bench itself.</summary>
    /// <exception cref="InvalidOperationException">The program is run outside the repository.</exception>
    public static string BenchFile(string name) => Path.Combine(Root(), "bench", name);

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "CrimeAuditGrpc.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The repository is not around the program: pages and expected ratios are there.");
    }
}
