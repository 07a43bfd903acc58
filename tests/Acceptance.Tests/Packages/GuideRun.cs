using System.Diagnostics;

namespace Acceptance.Tests.Packages;

/// <summary>The program of the guide while it runs.</summary>
internal sealed class GuideRun : IDisposable
{
    private readonly Process process;

    private GuideRun(Process process) => this.process = process;

    public static GuideRun Start(string program, string token, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CRIMEAUDIT_TOKEN"] = token;
        return new GuideRun(Process.Start(start)!);
    }

    /// <summary>Gives it lines to read.</summary>
    public async Task TellAsync(params string[] lines)
    {
        foreach (string line in lines)
        {
            await process.StandardInput.WriteLineAsync(line);
        }

        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The next line that it says.</summary>
    public async Task<string?> NextAsync() => await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    /// <summary>Ends it where it stands, as the operating system ends a process.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Gives it no more to read, and waits for its end.</summary>
    /// <returns>What it said since.</returns>
    public async Task<string[]> EndAsync()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync(cancel);
        string output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        Assert.True(process.ExitCode == 0, await error);
        return output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
