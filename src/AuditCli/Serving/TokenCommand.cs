using System.CommandLine;
using AuditCli.Input;
using AuditCli.Support;
using AuditServer.Hosting;

namespace AuditCli.Serving;

/// <summary><c>crimeaudit token</c>: asks a server in Development for a token, and prints it and nothing else.</summary>
internal sealed class TokenCommand : Verb
{
    private const string Guide =
        """
        Roles: submitter, reader, registrar (of the forces given); auditor, lead (the forces given are the home forces: nobody
        audits the own force); admin. The server decides which exist.
        LIFETIME: a number and s, m, h or d (90m, 12h, 7d); 1 second to 365 days.

        Examples:
          export CRIMEAUDIT_TOKEN=$(crimeaudit token --role submitter --force thames-valley)
          crimeaudit token --role lead --role admin --subject inspector-1 --lifetime 1h
        """;

    private readonly Option<string[]> roles = new("--role") { Description = "Role; at least one", HelpName = "ROLE", Required = true };

    private readonly Option<string[]> forces = new("--force")
    {
        Description = "Slug of a force that it speaks for, e.g. thames-valley",
        HelpName = "SLUG",
    };

    private readonly Option<string> subject = new("--subject")
    {
        Description = "Who calls",
        HelpName = "NAME",
        DefaultValueFactory = _ => Environment.UserName,
    };

    private readonly Option<string> lifetime = new("--lifetime")
    {
        Description = "How long it is valid",
        HelpName = "LIFETIME",
        DefaultValueFactory = _ => "12h",
    };

    private readonly Option<string> json = new("--json-url")
    {
        Description = "Where the server speaks JSON",
        HelpName = "URL",
        DefaultValueFactory = _ => new HostingOptions().JsonUrl,
    };

    public TokenCommand()
        : base("token", "Prints a token that a server in Development on this machine issues", Guide)
    {
        foreach (Option<string[]> many in new[] { roles, forces })
        {
            many.AllowMultipleArgumentsPerToken = true;
            Options.Add(many);
        }

        Options.Add(subject);
        Options.Add(lifetime);
        Options.Add(json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        List<string> problems = [];
        TimeSpan? valid = Lifetime.Parse(result.GetValue(lifetime)!);
        if (valid is null)
        {
            problems.Add($"--lifetime: '{result.GetValue(lifetime)}' is not a number and s, m, h or d, such as 12h");
        }

        if (!Uri.TryCreate(result.GetValue(json), UriKind.Absolute, out Uri? server) || server.Scheme is not ("http" or "https"))
        {
            problems.Add($"--json-url: '{result.GetValue(json)}' is not http://HOST:PORT");
        }

        InputException.ThrowIfAny(problems);
        TokenQuestion question = new(result.GetValue(subject)!, result.GetValue(roles)!, result.GetValue(forces) ?? [], valid!.Value);
        string token = await DevelopmentTokenClient.AskAsync(server!, question, cancel);
        await result.InvocationConfiguration.Output.WriteLineAsync(token);
        return CommandLine.Ok;
    }
}
