using System.Globalization;

namespace AuditServer.Rates;

/// <summary>A p-value in a sentence.</summary>
internal static class PText
{
    private const double Least = 0.0001;

    public static string Of(double p) => p < Least
        ? $"below {Least.ToString("0.0000", CultureInfo.InvariantCulture)}"
        : p.ToString("0.0000", CultureInfo.InvariantCulture);
}
