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

    private SigningKey First(LedgerOptions settings, string origin)
    {
        string file = settings.KeyFile;
        if (file.Length == 0 && settings.Key.Length == 0)
        {
            file = storage.Value.Path + DevelopmentEnding;
        }

        if (environment.IsDevelopment() && file.Length > 0 && !File.Exists(file))
        {
            using SigningKey made = SigningKey.Create(origin);
            PrivateFile.TryCreate(file, made.Export());
        }

        return Read(settings.Key, file, nameof(LedgerOptions.Key), origin);
    }

    private static SigningKey Read(string text, string file, string setting, string origin)
    {
        string name = $"{LedgerOptions.Section}:{setting}{(text.Length > 0 ? "" : "File")}";
        string line = text.Length > 0 ? text : PrivateFile.Read(file, name, "chmod 600 it");
        try
        {
            SigningKey key = SigningKey.Parse(line);
            return key.Verifier.Name == origin
                ? key
                : throw new StartRefusedException($"{name}: the key is of '{key.Verifier.Name}', and CrimeAudit:Ledger:Origin is '{origin}'.");
        }
        catch (FormatException wrong)
        {
            throw new StartRefusedException($"{name}: {wrong.Message}", wrong);
        }
    }

    [LoggerMessage(LogLevel.Information, "Checkpoints are signed; their verifier key is {VerifierKey}")]
    private static partial void LogKey(ILogger logger, string verifierKey);
}
