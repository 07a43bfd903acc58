using System.Globalization;
using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>A question about the live rate.</summary>
/// <param name="Force">Slug of the force.</param>
/// <param name="FromMonth">First month as year × 100 + month; 0 takes in what has no month.</param>
/// <param name="ToMonth">Last month.</param>
/// <param name="Breakdown">By what the answer is broken down.</param>
internal sealed record AccountedForQuestion(string Force, int FromMonth, int ToMonth, Breakdown Breakdown)
{
    private const int NoEnd = 999_999;

    /// <summary>Reads the question.</summary>
    /// <exception cref="Fault">INVALID_FIELDS.</exception>
    public static AccountedForQuestion Read(GetAccountedForRateRequest request)
    {
        var violations = new Violations();
        // With one end given, reports of unknown month are outside the range asked for.
        int least = request.ToMonth.Length > 0 ? 1 : 0;
        int from = Month("from_month", request.FromMonth, least, violations);
        int to = Month("to_month", request.ToMonth, NoEnd, violations);
        if (from > to)
        {
            violations.Add("to_month", "is before from_month");
        }

        violations.Defined("breakdown", request.Breakdown, zeroAllowed: true);
        violations.ThrowIfAny();
        return new AccountedForQuestion(request.Force, from, to, request.Breakdown);
    }

    private static int Month(string field, string text, int absent, Violations violations)
    {
        if (text.Length == 0)
        {
            return absent;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month))
        {
            return (month.Year * 100) + month.Month;
        }

        violations.Add(field, $"'{text}' is not a month; 2019-02 is of its form");
        return absent;
    }
}
