using System.Globalization;

namespace AuditCli.Support;

/// <summary>Shares as people read them.</summary>
internal static class PercentText
{
    /// <summary><c>87.9 %</c>.</summary>
    public static string Of(double share) => $"{(share * 100).ToString("0.0", CultureInfo.InvariantCulture)} %";
}
