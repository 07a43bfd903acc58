using System.CommandLine;
using AuditCli.Input;
using CrimeAudit.Client;

namespace AuditCli.Verify;

/// <summary>The keys that are trusted to sign for a log.</summary>
internal sealed class KeyOption
{
    private readonly Option<string[]> key = new("--key")
    {
        Description = "Verifier key of the log, NAME+HASH+BASE64, had from its operator; more than one while a key is replaced",
        HelpName = "VKEY",
        AllowMultipleArgumentsPerToken = false,
    };

    public KeyOption(bool required) => key.Required = required;

    public void AddTo(Command command) => command.Options.Add(key);

    /// <summary>The keys as they were given, each of them one.</summary>
    /// <exception cref="InputException">One is none, or they are of different logs.</exception>
    public IReadOnlyList<string> Read(ParseResult result)
    {
        string[] keys = result.GetValue(key) ?? [];
        List<string> problems = [];
        List<VerifierKey> read = [];
        foreach (string text in keys)
        {
            try
            {
                read.Add(VerifierKey.Parse(text));
            }
            catch (ProofRejectedException rejected)
            {
                problems.Add($"--key '{text}': {rejected.Message}");
            }
        }

        if (read.Select(k => k.Name).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            problems.Add("--key: the keys are of different logs");
        }

        InputException.ThrowIfAny(problems);
        return keys;
    }
}
