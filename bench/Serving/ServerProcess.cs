using System.Diagnostics;
using AuditServer.Security;
using Bench.Load;
using CrimeAudit.Client;

namespace Bench.Serving;

/// <summary>A server in a process of its own, on loopback, over a database in a folder.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>The force that inspectors of the bench come from.</summary>
    public const string InspectorsHome = "cumbria";

    private readonly Process process;
    private readonly string keyFile;

    private ServerProcess(Process process, string folder, Uri address)
    {
        this.process = process;
        keyFile = KeyFile(folder);
        DatabaseFile = Database(folder);
        Address = address;
    }

    /// <summary>Where it is reached: the first address that it said.</summary>
    public Uri Address { get; }

    /// <summary>Its database.</summary>
    public string DatabaseFile { get; }

    /// <summary>Its process.</summary>
    public int ProcessId => process.Id;

    /// <summary>Memory that it holds now, bytes.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Time that processors have spent on it.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that it held at any time, bytes.</summary>
    public long PeakWorkingSet
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts the server itself.</summary>
    public static Task<ServerProcess> StartAsync(string folder, CancellationToken cancel) =>
        StartAsync(folder, [typeof(DevelopmentTokens).Assembly.Location], cancel);

    /// <summary>Starts a verb of this program that serves as the server does.</summary>
    public static Task<ServerProcess> StartVerbAsync(string verb, string folder, CancellationToken cancel) =>
        StartAsync(folder, ServingVerb.Program(verb), cancel);

    /// <summary>A client that verifies nothing: the write path is measured, not proofs.</summary>
    /// <param name="verify">Share of receipts that are verified all the same.</param>
    /// <param name="roles">What the caller may do; by default submit and read.</param>
    public CrimeAuditClient Client(double verify = 0, params IReadOnlyList<string> roles) => CrimeAuditClient.Connect(new CrimeAuditClientOptions
    {
        Address = Address,
        TokenProvider = CrimeAuditClientOptions.StaticToken(Token(roles)),
        Verification = { Share = verify },
    });

    /// <summary>A token for a caller of such roles, named after them.</summary>
    /// <param name="roles">What the caller may do; by default submit and read.</param>
    public string Token(params IReadOnlyList<string> roles) => DevelopmentTokens.FromKeyFile(keyFile, TimeProvider.System)
        .Issue(new DevelopmentToken(Subject(roles), roles.Count > 0 ? roles : ["submitter", "reader"], [Home(roles)]));

    /// <summary>Who is meant by roles in a token.</summary>
    public static string Subject(params IReadOnlyList<string> roles) => $"bench-{string.Join('-', roles)}";

    /// <summary>Ends it as a power cut would end it, but that the files stay: what was acknowledged is there at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(string folder, IEnumerable<string> program, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (string argument in program.Concat(Settings(folder)))
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

    private static string[] Settings(string folder) =>
    [
        "--environment=Development", "--CrimeAudit:Hosting:GrpcUrl=http://127.0.0.1:0",
        "--CrimeAudit:Hosting:JsonUrl=http://127.0.0.1:0", $"--CrimeAudit:Storage:Path={Database(folder)}",
        $"--CrimeAudit:Security:DevelopmentKeyFile={KeyFile(folder)}", "--Logging:LogLevel:Default=Warning",
        "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
        // What a client may ask in a second is a matter of fairness, not of speed.
        "--CrimeAudit:Limits:Calls=1000000", "--CrimeAudit:Limits:CallBurst=1000000",
    ];

    /// <summary>Nobody inspects the force that is their home.</summary>
    private static string Home(IReadOnlyList<string> roles) => roles.Any(r => r is Role.Auditor or Role.Lead) ? InspectorsHome : SampleUpdates.Force;

    private static string Database(string folder) => Path.Combine(folder, "server.db");

    private static string KeyFile(string folder) => Path.Combine(folder, "tokens.key");
}
