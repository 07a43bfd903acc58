using Microsoft.Extensions.Options;

namespace AuditServer.Ledger;

/// <summary>Sees to it that a log has a name and a key; only a Development server makes up its own.</summary>
internal sealed class LedgerOptionsCheck(IHostEnvironment environment) : IValidateOptions<LedgerOptions>
{
    public ValidateOptionsResult Validate(string? name, LedgerOptions options)
    {
        var wrong = new List<string>();
        if (!environment.IsDevelopment() && options.Origin.Length == 0)
        {
            wrong.Add("CrimeAudit:Ledger:Origin is missing: it names this log for ever, such as crimeaudit.example.org/log");
        }

        if (!environment.IsDevelopment() && options is { KeyFile: "", Key: "" })
        {
            wrong.Add("CrimeAudit:Ledger:KeyFile is missing: it names the file of the key that signs checkpoints; AuditServer new-key makes one");
        }

        if (options.Origin.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+'))
        {
            wrong.Add("CrimeAudit:Ledger:Origin holds white space, a control character or a plus sign");
        }

        if (options.KeyFile.Length > 0 && options.Key.Length > 0)
        {
            wrong.Add("CrimeAudit:Ledger:KeyFile and :Key are both set: the key stands in one place");
        }

        if (options.NextKeyFile.Length > 0 && options.NextKey.Length > 0)
        {
            wrong.Add("CrimeAudit:Ledger:NextKeyFile and :NextKey are both set: the key stands in one place");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
