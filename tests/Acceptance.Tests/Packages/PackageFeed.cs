using System.Globalization;
using Acceptance.Tests.OtherLanguages;
using Tests.Shared;

namespace Acceptance.Tests.Packages;

/// <summary>
/// A folder with the packages as they would be published, and programs that know nothing else of the repository. Restored packages go
/// into the folder too, so that no test finds those of an earlier one; what others made comes from the machine's packages.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-packages-");

    /// <summary>The packages, from one packing.</summary>
    public string Feed => Path.Combine(folder.FullName, "feed");

    /// <summary>The program of the guide, built on the packages.</summary>
    public string Guide => Path.Combine(folder.FullName, "guide", "out", "PackageGuide.dll");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await PackAsync(Feed);
        await BuildGuideAsync();
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Packs once more.</summary>
    /// <returns>The folder with the packages.</returns>
    public async Task<string> PackAgainAsync()
    {
        string again = Path.Combine(folder.FullName, "again");
        await PackAsync(again);
        return again;
    }

    private static async Task PackAsync(string output) => await DotnetAsync(
        Repository.PathOf("src"),
        "msbuild",
        "packages.proj",
        "-t:Pack",
        "-p:NoBuild=true",
        $"-p:Configuration={Configuration}",
        $"-p:PackageOutputPath={output}",
        "-nologo",
        "-v:q");

    /// <summary>The sources of the guide with a project that has the package, and nothing else.</summary>
    private async Task BuildGuideAsync()
    {
        DirectoryInfo guide = folder.CreateSubdirectory("guide");
        foreach (string source in Directory.GetFiles(Repository.PathOf("samples/PackageGuide"), "*.cs"))
        {
            File.Copy(source, Path.Combine(guide.FullName, Path.GetFileName(source)));
        }

        string version = Path.GetFileNameWithoutExtension(Directory.GetFiles(Feed, "CrimeAudit.Client.*.nupkg").Single())["CrimeAudit.Client.".Length..];
        await File.WriteAllTextAsync(Path.Combine(guide.FullName, "PackageGuide.csproj"), ProjectWith(version), Cancel);
        await File.WriteAllTextAsync(Path.Combine(guide.FullName, "nuget.config"), await ConfigAsync(), Cancel);
        await DotnetAsync(guide.FullName, "build", "-o", "out", "-nologo", "-v", "q");
    }

    private static string ProjectWith(string version) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="CrimeAudit.Client" Version="{version}" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>The folder beside the machine's own sources; what the machine has already is not fetched again.</summary>
    private async Task<string> ConfigAsync()
    {
        string restored = await DotnetAsync(folder.FullName, "nuget", "locals", "global-packages", "--list", "--force-english-output");
        string machines = restored[(restored.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim();
        return $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(folder.FullName, "restored")}" />
              </config>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="machine" value="{machines}" />
              </fallbackPackageFolders>
            </configuration>
            """;
    }

    private static async Task<string> DotnetAsync(string where, params string[] arguments)
    {
        ProgramRun? run = await ProgramRun.TryAsync("dotnet", arguments, new Dictionary<string, string>(), where);
        Assert.True(run is { Code: 0 }, string.Create(CultureInfo.InvariantCulture, $"dotnet {string.Join(' ', arguments)}: {run?.Output}{run?.Error}"));
        return run!.Output;
    }
}
