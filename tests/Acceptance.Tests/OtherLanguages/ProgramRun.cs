using System.ComponentModel;
using System.Diagnostics;

namespace Acceptance.Tests.OtherLanguages;

/// <summary>A program of another language that ran to its end: its exit code, and what it said.</summary>
internal sealed record ProgramRun(int Code, string Output, string Error)
{
    /// <summary>Runs a program; null when this machine does not have it.</summary>
    public static async Task<ProgramRun?> TryAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string folder)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        if (TryStart(start) is not { } process)
        {
            return null;
        }

        using (process)
        {
            await using CancellationTokenRegistration end = cancel.Register(() => process.Kill(entireProcessTree: true));
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancel);
            Task<string> error = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return new ProgramRun(process.ExitCode, await output, await error);
        }
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
