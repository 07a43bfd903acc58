using System.CommandLine;
using AuditCli.Input;
using AuditCli.Support;
using AuditServer.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace AuditCli.Serving;

/// <summary><c>crimeaudit serve</c>: the server, in this process.</summary>
internal sealed class ServeCommand : Verb
{
    private const string Guide =
        """
        Bound to this machine alone (the default) the server starts in Development: it issues tokens of its own to whoever
        can reach it here, so that a first call needs no identity provider. Anywhere else, and in production, name your issuer.

        Examples:
          crimeaudit serve
          crimeaudit serve --data /srv/crimeaudit.db --grpc http://127.0.0.1:6080 --json-url http://127.0.0.1:6081
          crimeaudit serve -- --environment=Production --Authentication:Schemes:Bearer:Authority=https://login.example
          crimeaudit serve -- --CrimeAudit:Incidents:MaxBatch=500

        Ctrl-C stops it: calls under way end, what was acknowledged is on disk.
        """;

    private readonly Option<string?> data = new("--data")
    {
        Description = "Database file, made when it is not there. Default: crimeaudit.db in the current folder",
        HelpName = "FILE",
    };

    private readonly Option<string?> grpc = new("--grpc")
    {
        Description = "Where to serve gRPC; port 0: any free one. Default: http://127.0.0.1:5080",
        HelpName = "URL",
    };

    private readonly Option<string?> json = new("--json-url")
    {
        Description = "Where to serve JSON over HTTP/1.1; port 0: any free one. Default: http://127.0.0.1:5081",
        HelpName = "URL",
    };

    private readonly Argument<string[]> further = new("configuration")
    {
        Description = "After --: further configuration of the server, --Section:Setting=VALUE",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public ServeCommand()
        : base("serve", "Runs the service in this process, with an embedded database", Guide)
    {
        Options.Add(data);
        Options.Add(grpc);
        Options.Add(json);
        Arguments.Add(further);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        ServeSettings settings = new(
            result.GetValue(data), result.GetValue(grpc), result.GetValue(json), result.GetValue(further) ?? []);
        await using WebApplication app = Build(settings);
        await app.StartAsync(cancel);
        ServingNotice.Write(app, result.InvocationConfiguration.Output);
        await app.WaitForShutdownAsync(cancel);
        return CommandLine.Ok;
    }

    /// <exception cref="InputException">The server does not start as it is configured.</exception>
    private static WebApplication Build(ServeSettings settings)
    {
        try
        {
            return AuditServerHost.Build(settings.ToArguments());
        }
        catch (StartRefusedException refusal)
        {
            throw new InputException([refusal.Message]);
        }
    }
}
