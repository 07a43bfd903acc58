using System.CommandLine;
using AuditCli.Input;
using CrimeAudit.Client;

namespace AuditCli.Support;

/// <summary>Where the server is and who calls: the options of every verb that talks to one.</summary>
internal sealed class ServerOptions
{
    private const string AddressVariable = "CRIMEAUDIT_ADDRESS";
    private const string TokenVariable = "CRIMEAUDIT_TOKEN";

    /// <summary>What HTTP/2 says to somebody who only speaks HTTP/1.1.</summary>
    private const string PlainHttp = "HTTP_1_1_REQUIRED";

    private const string DefaultAddress = "http://127.0.0.1:5080";

    private readonly Option<string?> address = new("--address")
    {
        Description = $"Where the server speaks gRPC: http://HOST:PORT or https://HOST:PORT. Default: {AddressVariable}, else {DefaultAddress}",
        HelpName = "URL",
    };

    private readonly Option<string?> token = new("--token")
    {
        Description = $"Bearer token. Default: {TokenVariable}. On a command line others on this machine may read it: prefer the variable",
        HelpName = "TOKEN",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(address);
        command.Options.Add(token);
    }

    /// <summary>How to reach the server.</summary>
    /// <exception cref="InputException">The address is none, or there is no token.</exception>
    public CrimeAuditClientOptions Read(ParseResult result)
    {
        string where = result.GetValue(address) ?? Variable(AddressVariable) ?? DefaultAddress;
        string? who = result.GetValue(token) ?? Variable(TokenVariable);
        List<string> problems = [];
        if (!Uri.TryCreate(where, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            problems.Add($"--address: '{where}' is not http://HOST:PORT or https://HOST:PORT");
        }

        if (string.IsNullOrWhiteSpace(who))
        {
            problems.Add(
                $"no token: give --token or set {TokenVariable}. A server in Development on this machine issues one: "
                + $"export {TokenVariable}=$(crimeaudit token --role submitter --force thames-valley)");
        }

        InputException.ThrowIfAny(problems);
        return new CrimeAuditClientOptions { Address = uri, TokenProvider = CrimeAuditClientOptions.StaticToken(who!) };
    }

    /// <summary>Connects, and makes sure that somebody answers there and believes the token, before any work begins.</summary>
    /// <exception cref="ServerException">Nobody answers there.</exception>
    /// <exception cref="CrimeAuditException">The token is not believed.</exception>
    public static async Task<CrimeAuditClient> ConnectAsync(CrimeAuditClientOptions options, CancellationToken cancel)
    {
        CrimeAuditClient client = CrimeAuditClient.Connect(options);
        try
        {
            await client.Reference.ListForcesAsync(cancel);
            return client;
        }
        catch (CrimeAuditException failure)
        {
            await client.DisposeAsync();
            throw Failures.IsNoAnswer(failure) ? NoAnswer(options.Address!, failure) : failure;
        }
    }

    private static ServerException NoAnswer(Uri address, CrimeAuditException failure)
    {
        string why = failure.Message.Contains(PlainHttp, StringComparison.Ordinal)
            ? "it speaks HTTP/1.1; gRPC has an address of its own"
            : failure.Message;
        return new ServerException(CommandLine.Unreachable, $"No server of this service answers at {address}: {why}", failure);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
