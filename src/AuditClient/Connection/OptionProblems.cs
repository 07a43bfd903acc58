using Microsoft.Extensions.Options;

namespace CrimeAudit.Client;

/// <summary>Tells whoever set options everything that is wrong with them, so that they are mended in one go.</summary>
internal static class OptionProblems
{
    /// <exception cref="OptionsValidationException">There are problems; it names them all.</exception>
    public static void ThrowIfAny<TOptions>(IEnumerable<string> problems)
    {
        string[] all = [.. problems];
        if (all.Length > 0)
        {
            throw new OptionsValidationException(typeof(TOptions).Name, typeof(TOptions), all);
        }
    }
}
