using System.Text;
using System.Text.Json;

namespace AuditCli.Tests;

/// <summary>Runs the command line in this process.</summary>
internal static class CliRunner
{
    public static async Task<CliResult> RunAsync(string[] arguments, string standardInput = "") =>
        await RunAsync(arguments, Encoding.UTF8.GetBytes(standardInput));

    public static async Task<CliResult> RunAsync(string[] arguments, byte[] standardInput)
    {
        await using StringWriter output = new();
        await using StringWriter error = new();
        int code = await CommandLine.RunAsync(arguments, () => new MemoryStream(standardInput), output, error, TestContext.Current.CancellationToken);
        return new CliResult(code, output.ToString(), error.ToString());
    }

    public static string VectorFile(string file) => Path.Combine(AppContext.BaseDirectory, "vectors", file);

    public static JsonElement Vectors(string file) => Json(File.ReadAllText(VectorFile(file)));

    public static JsonElement Json(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
