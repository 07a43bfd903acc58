using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using AuditServer.Hosting;

namespace AuditServer.Commands;

/// <summary>
/// The server program's command line. Without a verb it serves, and everything is configuration; a verb comes first, works
/// on the database that the configuration names, and ends.
/// </summary>
public static class ServerCommandLine
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>Interrupted, or anything without a code of its own.</summary>
    public const int Failed = 1;

    /// <summary>Wrong arguments.</summary>
    public const int BadUsage = 2;

    /// <summary>A file or a log is not what it must be, as EX_DATAERR of sysexits.</summary>
    public const int BadData = 65;

    private static readonly string[] HelpTokens = ["--help", "-h", "-?", "/?", "/h", "--version"];

    // How long a verb may take to end in good order after Ctrl-C.
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(30);

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">What follows the program's name.</param>
    /// <param name="output">Where help goes.</param>
    /// <param name="error">Where progress and problems go.</param>
    /// <param name="cancel">Stops a verb.</param>
    /// <returns>One of the codes above, or <see cref="AuditServerHost.ConfigurationExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancel = default)
    {
        ServerVerb[] verbs = Verbs();
        if (ServesOnly(arguments))
        {
            return MisplacedVerb(arguments, verbs) is { } verb
                ? await RefuseAsync(error, [$"'{verb}' must come first: AuditServer {verb} ... --Section:Setting=VALUE"])
                : AuditServerHost.Run(arguments);
        }

        (IReadOnlyList<string> own, IReadOnlyList<string> configuration) = ConfigurationTokens.Split(arguments);
        // Response files are off: a file name may begin with '@'.
        ParseResult parsed = Root(verbs).Parse(own, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            string name = parsed.CommandResult.Command is ServerVerb known ? $"AuditServer {known.Name}" : "AuditServer";
            return await RefuseAsync(error, [.. parsed.Errors.Select(e => e.Message), $"Try: {name} --help"]);
        }

        foreach (ServerVerb verb in verbs)
        {
            verb.Configuration = configuration;
        }

        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = Ending,
        };
        return await VerbFailures.TellAsync(error, () => parsed.InvokeAsync(invocation, cancel));
    }

    /// <summary>Every verb. A further one stands here and nowhere else.</summary>
    private static ServerVerb[] Verbs() =>
    [
        new AccessLogCommand(),
        new ConfigCommand(),
        new ExportCommand(),
        new FsckCommand(),
        new ImportCommand(),
        new MigrateCommand(),
        new NewKeyCommand(),
        new RebuildCommand(),
    ];

    /// <summary>Whatever begins as configuration does is for the server.</summary>
    private static bool ServesOnly(string[] arguments) =>
        arguments.Length == 0
        || (!HelpTokens.Contains(arguments[0]) && (arguments[0].StartsWith('-') || arguments[0].StartsWith('/') || arguments[0].Contains('=', StringComparison.Ordinal)));

    /// <summary>A verb that stands behind configuration, and not as the value of a setting: the server would start and ignore it.</summary>
    private static string? MisplacedVerb(string[] arguments, ServerVerb[] verbs)
    {
        for (int i = 1; i < arguments.Length; i++)
        {
            bool isValue = arguments[i - 1].StartsWith('-') && !arguments[i - 1].Contains('=', StringComparison.Ordinal);
            if (!isValue && verbs.Any(v => v.Name == arguments[i]))
            {
                return arguments[i];
            }
        }

        return null;
    }

    private static RootCommand Root(ServerVerb[] verbs)
    {
        var root = new RootCommand("The CrimeAuditGrpc server. Without a verb it serves.");
        foreach (ServerVerb verb in verbs)
        {
            root.Subcommands.Add(verb);
        }

        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new VerbHelp((HelpAction)help.Action!);
        return root;
    }

    private static async Task<int> RefuseAsync(TextWriter error, IReadOnlyList<string> problems)
    {
        foreach (string problem in problems)
        {
            await error.WriteLineAsync(problem);
        }

        return BadUsage;
    }
}
