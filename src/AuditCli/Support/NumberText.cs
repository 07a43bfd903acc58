using System.Globalization;

namespace AuditCli.Support;

/// <summary>Whole numbers as people read them.</summary>
internal static class NumberText
{
    /// <summary><c>12,345</c>.</summary>
    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
