using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using AuditServer.Commands;
using AuditServer.Hosting;
using AuditServer.Tests.Moving;
using AuditServer.Tests.Support;
using Tests.Shared;

namespace AuditServer.Tests.Deployment;

/// <summary>The server under systemd: the unit names what there is, and the process tells the manager when it serves and when it stops.</summary>
public sealed class SystemdTests : IDisposable
{
    private readonly Databases databases = new();

    public void Dispose() => databases.Dispose();

    [Fact]
    public void The_unit_waits_for_the_server_s_word_and_does_not_start_refused_settings_again()
    {
        string[] lines = Repository.Read("deploy/crimeaudit.service").Split('\n');
        Assert.Contains("Type=notify", lines);
        Assert.Contains($"RestartPreventExitStatus={AuditServerHost.ConfigurationExitCode}", lines);
        Assert.All(
            lines.Where(l => l.StartsWith("Environment=CrimeAudit__", StringComparison.Ordinal)),
            l => Assert.Contains(l["Environment=".Length..].Split('=')[0].Replace("__", ":", StringComparison.Ordinal), Settings.All));
    }

    [Fact]
    public void The_folder_of_the_settings_is_the_group_s_to_read_and_the_documentation_is_installed()
    {
        string[] unit = Repository.Read("deploy/crimeaudit.service").Split('\n');
        string guide = Repository.Read("docs/operations.md");
        Assert.Contains("ConfigurationDirectoryMode=0750", unit);
        Assert.Contains("install -d -m 750 -g crimeaudit /etc/crimeaudit", guide, StringComparison.Ordinal);
        string documentation = Assert.Single(unit, l => l.StartsWith("Documentation=", StringComparison.Ordinal)).Replace("Documentation=file://", "", StringComparison.Ordinal);
        Assert.Contains($"docs/operations.md {documentation}", guide, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_of_the_documentation_listens_where_a_service_without_capabilities_may() =>
        Assert.DoesNotContain("https://*:443", Repository.Read("docs/security.md"), StringComparison.Ordinal);

    [Fact]
    public async Task The_process_says_when_it_is_ready_and_when_it_stops()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "systemd is of Linux.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        string path = databases.PathOf("notify");
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(path));
        using Process parent = Start(path);
        try
        {
            using Process server = Process.GetProcessById(int.Parse((await parent.StandardOutput.ReadLineAsync(patience.Token))!, CultureInfo.InvariantCulture));
            Task<string> log = parent.StandardOutput.ReadToEndAsync(patience.Token);
            await HearAsync(manager, "READY=1", patience.Token);
            using Process stop = Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]);
            await HearAsync(manager, "STOPPING=1", patience.Token);
            await parent.WaitForExitAsync(patience.Token);
            Assert.Equal(0, parent.ExitCode);
            // As the journal takes lines: each with its priority before it.
            Assert.Contains("<6>AuditServer.", await log, StringComparison.Ordinal);
        }
        finally
        {
            parent.Kill(entireProcessTree: true);
        }
    }

    /// <summary>As the manager starts it: as the child of a process of that name, with the socket to speak to.</summary>
    private Process Start(string socket)
    {
        string manager = databases.PathOf("systemd");
        File.CreateSymbolicLink(manager, "/bin/bash");
        string[] settings =
        [
            "--environment=Development", $"--CrimeAudit:Hosting:GrpcUrl=http://127.0.0.1:{FreePort.Find()}",
            $"--CrimeAudit:Hosting:JsonUrl=http://127.0.0.1:{FreePort.Find()}", $"--CrimeAudit:Storage:Path={databases.PathOf("served.db")}",
        ];
        var start = new ProcessStartInfo(
            manager, ["-c", "dotnet \"$@\" & echo $!; wait $!", "systemd", typeof(ServerCommandLine).Assembly.Location, .. settings])
        {
            WorkingDirectory = databases.PathOf(""),
            RedirectStandardOutput = true,
        };
        start.Environment["NOTIFY_SOCKET"] = socket;
        return Process.Start(start)!;
    }

    private static async Task HearAsync(Socket manager, string said, CancellationToken cancel)
    {
        var message = new byte[4096];
        string heard;
        do
        {
            heard = Encoding.UTF8.GetString(message, 0, await manager.ReceiveAsync(message, cancel));
        }
        while (!heard.Contains(said, StringComparison.Ordinal));
    }
}
