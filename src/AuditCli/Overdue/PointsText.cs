using System.Globalization;
using CrimeAudit.V1;

namespace AuditCli.Overdue;

/// <summary>What gives a crime its points, in short: <c>Rape 90</c>.</summary>
internal static class PointsText
{
    private const string ReporterPrefix = "REPORTER_KIND_";

    public static string Of(UrgencyPoints points)
    {
        string name = points.Reason == UrgencyReason.Reporter && points.Name.StartsWith(ReporterPrefix, StringComparison.Ordinal)
            ? points.Name[ReporterPrefix.Length..].Replace('_', ' ')
            : points.Name;
        return string.Create(CultureInfo.InvariantCulture, $"{name} {points.Points}");
    }
}
