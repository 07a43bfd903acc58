using System.Globalization;

namespace AuditCli.Demo;

/// <summary>Days and months as the contract writes them.</summary>
internal static class DemoDates
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The months of a simulated force, for people.</summary>
    public static string Span(DateOnly from, DateOnly to)
    {
        string last = to.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        string first = from.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        return first == last ? first : $"{first} to {last}";
    }
}
