using System.Globalization;

namespace AuditCli.Contrasts;

/// <summary>A p-value in a table.</summary>
internal static class PValueText
{
    private const double Least = 0.0001;

    public static string Of(double p) => p < Least ? "< 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);
}
