using System.Diagnostics;
using AuditServer.Hosting;

namespace Acceptance.Tests.Instances;

/// <summary>An instance of the server in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process process;

    private ServerProcess(Process process, Uri address, IReadOnlyList<string> said)
    {
        this.process = process;
        Address = address;
        Said = said;
    }

    /// <summary>What it logged until it listened, line by line.</summary>
    public IReadOnlyList<string> Said { get; }

    /// <summary>Where it takes gRPC calls.</summary>
    public Uri Address { get; }

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

        Process process = Process.Start(start)!;
        try
        {
            var said = new List<string>();
            return new ServerProcess(process, await AddressAsync(process, said, cancel), said);
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    /// <summary>Ends it at once, as a power cut of its machine would: SIGKILL, which it cannot answer.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await EndAsync(process);

    /// <summary>The first address that it says it listens on, which is that for gRPC.</summary>
    private static async Task<Uri> AddressAsync(Process process, List<string> said, CancellationToken cancel)
    {
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            said.Add(line);
            int at = line.IndexOf(Listening, StringComparison.Ordinal);
            if (at >= 0)
            {
                // A full pipe would stop the server: what else it says is read and dropped.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new Uri(line[(at + Listening.Length)..]);
            }
        }

        throw new InvalidOperationException($"The server ended before it listened: {string.Join('\n', said)}");
    }

    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }
}
