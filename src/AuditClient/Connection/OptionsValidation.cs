using Microsoft.Extensions.Options;

namespace CrimeAudit.Client;

/// <summary>Names everything that is wrong with the options, so that they are mended in one go.</summary>
internal sealed class OptionsValidation : IValidateOptions<CrimeAuditClientOptions>
{
    private const int SmallestMessageLimit = 64 * 1024;
    private const int MostAttempts = 5;

    public ValidateOptionsResult Validate(string? name, CrimeAuditClientOptions options)
    {
        List<string> problems = [.. Problems(options)];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <exception cref="OptionsValidationException">Something is wrong; it names everything that is.</exception>
    public static void ThrowIfInvalid(CrimeAuditClientOptions options) => OptionProblems.ThrowIfAny<CrimeAuditClientOptions>(Problems(options));

    private static IEnumerable<string> Problems(CrimeAuditClientOptions options)
    {
        if (options.Address is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            string address = options.Address is null ? "missing" : $"'{options.Address.OriginalString}'";
            yield return $"Address is {address}; it must be http://host:port or https://host:port.";
        }

        foreach (string problem in ProblemsOfBalancing(options).Concat(ProblemsOfTls(options)))
        {
            yield return problem;
        }

        foreach ((string rpc, TimeSpan deadline) in options.Deadlines)
        {
            if (!RpcDeadlines.Defaults.ContainsKey(rpc))
            {
                yield return $"Deadlines names '{rpc}', which is no RPC with a deadline.";
            }

            if (deadline <= TimeSpan.Zero && deadline != Timeout.InfiniteTimeSpan)
            {
                yield return $"Deadlines['{rpc}'] is {deadline}; it must be positive or infinite.";
            }
        }

        if (options.MaxMessageSize < SmallestMessageLimit)
        {
            yield return $"MaxMessageSize is {options.MaxMessageSize}; it must be at least {SmallestMessageLimit}.";
        }

        if (options.MaxAttempts is < 1 or > MostAttempts)
        {
            yield return $"MaxAttempts is {options.MaxAttempts}; it must be 1 to {MostAttempts}.";
        }

        foreach ((string setting, TimeSpan value) in Durations(options))
        {
            if (value <= TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
            {
                yield return $"{setting} is {value}; it must be positive.";
            }
        }

        if (options.TimeProvider is null)
        {
            yield return "TimeProvider is missing.";
        }

        foreach (string problem in options.Verification.Problems())
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> ProblemsOfBalancing(CrimeAuditClientOptions options)
    {
        foreach (Uri address in options.FurtherAddresses)
        {
            if (!address.IsAbsoluteUri || address.Scheme != options.Address?.Scheme)
            {
                yield return $"FurtherAddresses holds '{address.OriginalString}'; it must have the scheme of Address.";
            }
        }

        if (options.BalanceOverDns && options.FurtherAddresses.Count > 0)
        {
            yield return "BalanceOverDns is set, and there are FurtherAddresses; only one of them can say where the instances are.";
        }

        bool balanced = options.BalanceOverDns || options.FurtherAddresses.Count > 0;
        if (balanced && options.HttpHandler is not (null or SocketsHttpHandler { ConnectCallback: null }))
        {
            yield return "HttpHandler must be a SocketsHttpHandler without a connect callback where calls take turns over instances.";
        }
    }

    private static IEnumerable<string> ProblemsOfTls(CrimeAuditClientOptions options)
    {
        bool isPlain = options.Address is { IsAbsoluteUri: true, Scheme: "http" };
        if (options.ClientCertificate is { HasPrivateKey: false })
        {
            yield return "ClientCertificate has no private key.";
        }

        if (options.ClientCertificate is not null && isPlain)
        {
            yield return "ClientCertificate needs an https address.";
        }

        if (options.ServerAuthorities.Count > 0 && isPlain)
        {
            yield return "ServerAuthorities needs an https address.";
        }

        if (options.HttpHandler is not null && (options.ClientCertificate is not null || options.ServerAuthorities.Count > 0))
        {
            yield return "HttpHandler brings its own certificates: set them there, not by ClientCertificate and ServerAuthorities.";
        }
    }

    private static IEnumerable<(string Setting, TimeSpan Value)> Durations(CrimeAuditClientOptions options) =>
    [
        (nameof(options.InitialBackoff), options.InitialBackoff),
        (nameof(options.MaxBackoff), options.MaxBackoff),
        (nameof(options.ConnectTimeout), options.ConnectTimeout),
        (nameof(options.KeepAlivePingDelay), options.KeepAlivePingDelay),
        (nameof(options.KeepAlivePingTimeout), options.KeepAlivePingTimeout),
    ];
}
