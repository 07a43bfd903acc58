namespace AuditServer.Commands;

/// <summary>Tells configuration on a command line from a verb's own arguments.</summary>
internal static class ConfigurationTokens
{
    private const string Environment = "--environment";

    /// <summary>
    /// Splits a command line. Configuration is <c>--Section:Setting=VALUE</c>, or its two halves one after the other, and
    /// <c>--environment</c>; whatever else begins with a hyphen is the verb's, so that a mistyped option is refused and not
    /// taken for a setting that nobody reads.
    /// </summary>
    public static (IReadOnlyList<string> Own, IReadOnlyList<string> Configuration) Split(IReadOnlyList<string> arguments)
    {
        var own = new List<string>();
        var configuration = new List<string>();
        for (int i = 0; i < arguments.Count; i++)
        {
            string token = arguments[i];
            if (!IsSetting(token))
            {
                own.Add(token);
                continue;
            }

            configuration.Add(token);
            if (!token.Contains('=', StringComparison.Ordinal) && i + 1 < arguments.Count)
            {
                configuration.Add(arguments[++i]);
            }
        }

        return (own, configuration);
    }

    private static bool IsSetting(string token)
    {
        string name = token.Split('=', 2)[0];
        return name.StartsWith("--", StringComparison.Ordinal) && (name == Environment || name.Contains(':', StringComparison.Ordinal));
    }
}
