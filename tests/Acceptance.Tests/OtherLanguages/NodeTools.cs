using System.Security.Cryptography;
using Tests.Shared;

namespace Acceptance.Tests.OtherLanguages;

/// <summary>Node with the packages that samples/node pins, installed once a machine into the user's cache.</summary>
internal static class NodeTools
{
    private const string Sample = "samples/node";

    private static readonly string[] Files = ["package.json", "package-lock.json"];

    public static async Task<Toolchain> FindAsync()
    {
        if (await RunAsync("node", Repository.PathOf(Sample), "--version") is not { Code: 0 })
        {
            return Toolchain.Without("Node is not installed.");
        }

        string folder = CacheFolder();
        return Directory.Exists(folder) || await InstallAsync(folder) is not { } missing
            ? new Toolchain("node", new Dictionary<string, string> { ["NODE_PATH"] = Path.Combine(folder, "node_modules") })
            : Toolchain.Without(missing);
    }

    // Named by what is pinned, so that other pins are installed anew; moved to its name when whole, so that half an
    // installation is never used.
    private static string CacheFolder()
    {
        byte[] pins = SHA256.HashData(File.ReadAllBytes(Repository.PathOf($"{Sample}/package-lock.json")));
        string cache = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return Path.Combine(cache, "crimeaudit-tests", $"node-{Convert.ToHexStringLower(pins)[..16]}");
    }

    /// <returns>Why it failed; null when it is there.</returns>
    private static async Task<string?> InstallAsync(string folder)
    {
        string making = $"{folder}-{Guid.NewGuid():N}";
        Directory.CreateDirectory(making);
        foreach (string file in Files)
        {
            File.Copy(Repository.PathOf($"{Sample}/{file}"), Path.Combine(making, file));
        }

        ProgramRun? npm = await RunAsync("npm", making, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        if (npm is { Code: 0 })
        {
            Directory.Move(making, folder);
            return null;
        }

        Directory.Delete(making, recursive: true);
        return npm is null ? "npm is not installed." : $"npm cannot install the packages: {npm.Error.Trim()}";
    }

    private static Task<ProgramRun?> RunAsync(string program, string folder, params string[] arguments) =>
        ProgramRun.TryAsync(program, arguments, new Dictionary<string, string>(), folder);
}
