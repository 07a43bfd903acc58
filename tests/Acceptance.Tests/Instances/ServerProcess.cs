using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AuditServer.Hosting;

namespace Acceptance.Tests.Instances;

/// <summary>An instance of the server in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    // A server that complains without end must not fill the memory of its test.
    private const int MostLines = 50_000;

    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();
    private readonly List<Uri> addresses = [];
    private Task reading = Task.CompletedTask;

    private ServerProcess(Process process) => this.process = process;

    /// <summary>What it has logged, line by line.</summary>
    public IReadOnlyCollection<string> Said => said;

    /// <summary>Where it takes gRPC calls.</summary>
    public Uri Address => addresses[0];

    /// <summary>Where it takes calls as JSON.</summary>
    public Uri JsonAddress => addresses[^1];

    /// <summary>Whether it is still there.</summary>
    public bool IsRunning => !process.HasExited;

    /// <summary>Memory that it holds now, bytes.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The most memory that it held since it started, bytes.</summary>
    public long PeakWorkingSet
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>How long processors have worked for it.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts an instance, and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended before; the message holds what it said.</exception>
    public static async Task<ServerProcess> StartAsync(IEnumerable<KeyValuePair<string, string>> settings, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(AuditServerHost).Assembly.Location);
        start.ArgumentList.Add("--environment=Development");
        foreach ((string setting, string value) in settings)
        {
            start.ArgumentList.Add($"--{setting}={value}");
        }

        var server = new ServerProcess(Process.Start(start)!);
        try
        {
            await server.ListeningAsync(cancel);
            server.reading = server.ReadOnAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once, as a power cut of its machine would: SIGKILL, which it cannot answer.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks it to stop, as a service manager does: SIGTERM. It ends what it is at.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using Process told = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await told.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        await reading;
        process.Dispose();
    }

    /// <summary>Waits until it says both addresses, of which that for gRPC is the first.</summary>
    private async Task ListeningAsync(CancellationToken cancel)
    {
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            said.Enqueue(line);
            int at = line.IndexOf(Listening, StringComparison.Ordinal);
            if (at >= 0)
            {
                addresses.Add(new Uri(line[(at + Listening.Length)..]));
            }

            if (addresses.Count == 2)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The server ended before it listened: {string.Join('\n', said)}");
    }

    /// <summary>Reads what else it says: a full pipe would stop it.</summary>
    private async Task ReadOnAsync()
    {
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (said.Count < MostLines)
            {
                said.Enqueue(line);
            }
        }
    }
}
