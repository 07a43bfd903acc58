using System.Diagnostics;
using AuditServer.Security;

namespace Bench;

/// <summary>A server in a process of its own, on loopback, over a database in a folder.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly string keyFile;

    private ServerProcess(Process process, string folder, Uri address)
    {
        this.process = process;
        keyFile = KeyFile(folder);
        DatabaseFile = Database(folder);
        Address = address;
    }

    public Uri Address { get; }

    public string DatabaseFile { get; }

    /// <summary>Memory that it holds now, bytes.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static Task<ServerProcess> StartAsync(string folder, CancellationToken cancel) =>
        StartAsync(folder, [typeof(DevelopmentTokens).Assembly.Location], cancel);

    /// <summary>Starts a program that serves as the server does.</summary>
    public static async Task<ServerProcess> StartAsync(string folder, IEnumerable<string> program, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        string[] settings =
        [
            "--environment=Development", "--CrimeAudit:Hosting:GrpcUrl=http://127.0.0.1:0",
            "--CrimeAudit:Hosting:JsonUrl=http://127.0.0.1:0", $"--CrimeAudit:Storage:Path={Database(folder)}",
            $"--CrimeAudit:Security:DevelopmentKeyFile={KeyFile(folder)}", "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
        ];
        foreach (string argument in program.Concat(settings))
        {
            start.ArgumentList.Add(argument);
        }

        Process process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            const string Listening = "Now listening on: ";
            if (line.Contains(Listening, StringComparison.Ordinal))
            {
                // A full pipe would stop the server: what else it says is read and dropped.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new ServerProcess(process, folder, new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]));
            }
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    public string Token() => DevelopmentTokens.FromKeyFile(keyFile, TimeProvider.System)
        .Issue(new DevelopmentToken("bench", ["submitter", "reader"], ["thames-valley"]));

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string Database(string folder) => Path.Combine(folder, "server.db");

    private static string KeyFile(string folder) => Path.Combine(folder, "tokens.key");
}
