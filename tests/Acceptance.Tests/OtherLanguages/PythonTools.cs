using Tests.Shared;

namespace Acceptance.Tests.OtherLanguages;

/// <summary>Python with grpc, and the modules that protoc generates from the contract.</summary>
internal static class PythonTools
{
    private const string Protos = "protos";
    private const string Google = "third_party/googleapis";

    // The system's own first: another one that comes before it on the path may not have its packages.
    private static readonly string[] Interpreters = ["/usr/bin/python3", "python3"];

    /// <summary>Finds the tools, and generates the modules into a folder.</summary>
    public static async Task<Toolchain> FindAsync(string folder)
    {
        foreach (string python in Interpreters)
        {
            if (await RunAsync(python, "-c", "import grpc, google.protobuf") is { Code: 0 })
            {
                return await GenerateAsync(folder) is { } missing
                    ? Toolchain.Without(missing)
                    : new Toolchain(python, new Dictionary<string, string> { ["PYTHONPATH"] = folder, ["PYTHONDONTWRITEBYTECODE"] = "1" });
            }
        }

        return Toolchain.Without("Python with the modules grpc and google.protobuf is not installed.");
    }

    /// <returns>Why it cannot be done here; null when it is done.</returns>
    private static async Task<string?> GenerateAsync(string folder)
    {
        if (await RunAsync("sh", "-c", "command -v grpc_python_plugin") is not { Code: 0 } plugin)
        {
            return "grpc_python_plugin is not installed.";
        }

        string[] files = [.. ProtosBelow(Protos), .. ProtosBelow(Google)];
        ProgramRun? protoc = await RunAsync(
            "protoc",
            [
                "-I", Repository.PathOf(Protos), "-I", Repository.PathOf(Google), $"--python_out={folder}", $"--grpc_python_out={folder}",
                $"--plugin=protoc-gen-grpc_python={plugin.Output.Trim()}", .. files,
            ]);
        Assert.True(protoc is null or { Code: 0 }, protoc?.Error);
        return protoc is null ? "protoc is not installed." : null;
    }

    private static IEnumerable<string> ProtosBelow(string path) =>
        Directory.EnumerateFiles(Repository.PathOf(path), "*.proto", SearchOption.AllDirectories);

    private static Task<ProgramRun?> RunAsync(string program, params string[] arguments) =>
        ProgramRun.TryAsync(program, arguments, new Dictionary<string, string>(), Repository.PathOf(Protos));
}
