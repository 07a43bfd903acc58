using System.Globalization;
using CrimeAudit.V1;

namespace AuditServer.Audits.Plans;

/// <summary>Reads the window of a plan that was checked when it was made.</summary>
internal static class PlanWindow
{
    public static (DateOnly First, DateOnly Last) Of(AuditPlan plan) => (Day(plan.WindowFrom), Day(plan.WindowTo));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
