using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace AuditServer.Commands;

/// <summary>Options that take a time.</summary>
internal static class TimeOptions
{
    /// <summary>An option that takes a time, in UTC where it does not say.</summary>
    public static Option<DateTimeOffset?> Of(string name, string description) =>
        new(name) { HelpName = "TIME", Description = description, CustomParser = Read };

    /// <summary>Says which rows of the access log are known to have been taken away.</summary>
    public static Option<DateTimeOffset?> RemovedBefore() =>
        Of("--removed-before", "Rows of the access log before this time were taken away, so that it is no damage when none is left");

    private static DateTimeOffset? Read(ArgumentResult argument)
    {
        if (DateTimeOffset.TryParse(argument.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            return time;
        }

        argument.AddError($"'{argument.Tokens[0].Value}' is no time: 2026-03-01T00:00:00Z");
        return null;
    }
}
