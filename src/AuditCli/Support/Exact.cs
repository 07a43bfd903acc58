using System.Globalization;

namespace AuditCli.Support;

/// <summary>Numbers in CSV: with every digit, and empty where there is none.</summary>
internal static class Exact
{
    public static string Of(bool given, double value) => given ? Of(value) : "";

    public static string Of(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);
}
