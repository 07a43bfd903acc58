using AuditCore.Ledger;
using AuditServer.Hosting;
using AuditServer.Security;
using AuditServer.Storage;
using Microsoft.Extensions.Options;

namespace AuditServer.Ledger;

/// <summary>Finds the keys that sign checkpoints. A Development server makes its own, beside the database, when it has none.</summary>
internal sealed partial class LedgerKeys(
    IOptions<LedgerOptions> options, IOptions<StorageOptions> storage, IHostEnvironment environment, ILogger<LedgerKeys> logger)
{
    private const string DevelopmentEnding = ".ledger-key";

    /// <summary>The signer with every key that the settings name.</summary>
    /// <exception cref="StartRefusedException">A key is missing, is none, is of another log, or others can read it; the message names the setting.</exception>
    public CheckpointSigner Load()
    {
        LedgerOptions settings = options.Value;
        string origin = settings.Origin.Length > 0 ? settings.Origin : LedgerOptions.DevelopmentOrigin;
        var keys = new List<SigningKey> { First(settings, origin) };
        if (settings.NextKey.Length > 0 || settings.NextKeyFile.Length > 0)
        {
            keys.Add(Read(settings.NextKey, settings.NextKeyFile, nameof(LedgerOptions.NextKey), origin));
        }

        keys.ForEach(k => LogKey(logger, k.Verifier.ToString()));
        return new CheckpointSigner(origin, keys);
    }

    /// <summary>
    /// The keys by which checkpoints are checked, as far as the settings name any or a Development server has made one. None is made
    /// here.
    /// </summary>
    /// <exception cref="StartRefusedException">A key that the settings name cannot be had, or is none.</exception>
    public IReadOnlyList<VerifierKey> FindVerifiers()
    {
        LedgerOptions settings = options.Value;
        var found = new List<VerifierKey>();
        string made = DevelopmentFile(settings);
        if (settings.Key.Length > 0 || settings.KeyFile.Length > 0 || File.Exists(made))
        {
            found.Add(Verifier(settings.Key, settings.KeyFile.Length > 0 ? settings.KeyFile : made, nameof(LedgerOptions.Key)));
        }

        if (settings.NextKey.Length > 0 || settings.NextKeyFile.Length > 0)
        {
            found.Add(Verifier(settings.NextKey, settings.NextKeyFile, nameof(LedgerOptions.NextKey)));
        }

        return found;
    }

    private string DevelopmentFile(LedgerOptions settings) =>
        settings is { KeyFile: "", Key: "" } ? storage.Value.Path + DevelopmentEnding : settings.KeyFile;

    private SigningKey First(LedgerOptions settings, string origin)
    {
        string file = DevelopmentFile(settings);
        if (environment.IsDevelopment() && file.Length > 0 && !File.Exists(file))
        {
            using SigningKey made = SigningKey.Create(origin);
            PrivateFile.TryCreate(file, made.Export());
        }

        return Read(settings.Key, file, nameof(LedgerOptions.Key), origin);
    }

    private static SigningKey Read(string text, string file, string setting, string origin)
    {
        SigningKey key = Read(text, file, setting);
        return key.Verifier.Name == origin
            ? key
            : throw new StartRefusedException(
                $"{NameOf(setting, text)}: the key is of '{key.Verifier.Name}', and CrimeAudit:Ledger:Origin is '{origin}'.");
    }

    private static VerifierKey Verifier(string text, string file, string setting)
    {
        using SigningKey key = Read(text, file, setting);
        return key.Verifier;
    }

    private static string NameOf(string setting, string text) => $"{LedgerOptions.Section}:{setting}{(text.Length > 0 ? "" : "File")}";

    private static SigningKey Read(string text, string file, string setting)
    {
        string name = NameOf(setting, text);
        string line = text.Length > 0 ? text : PrivateFile.Read(file, name, "chmod 600 it");
        try
        {
            return SigningKey.Parse(line);
        }
        catch (FormatException wrong)
        {
            throw new StartRefusedException($"{name}: {wrong.Message}", wrong);
        }
    }

    [LoggerMessage(LogLevel.Information, "Checkpoints are signed; their verifier key is {VerifierKey}")]
    private static partial void LogKey(ILogger logger, string verifierKey);
}
