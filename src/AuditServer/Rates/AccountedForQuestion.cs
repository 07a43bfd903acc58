using System.Globalization;
using AuditCore.Recording;
using AuditServer.Errors;
using AuditServer.Reference;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>A question about the live rate.</summary>
/// <param name="Force">Slug of the force.</param>
/// <param name="Months">Over which months.</param>
/// <param name="Breakdown">By what the answer is broken down.</param>
/// <param name="Classes">Bit c is set when offences of class c are wanted.</param>
internal sealed record AccountedForQuestion(string Force, MonthRange Months, Breakdown Breakdown, int Classes)
{
    private const int NoEnd = 999_999;

    /// <summary>The further dimension that the breakdown needs; null where the cells of month and class suffice.</summary>
    public RollupDimension? Dimension => Breakdown switch
    {
        Breakdown.Area => RollupDimension.Area,
        Breakdown.Channel => RollupDimension.Channel,
        Breakdown.OpeningCode => RollupDimension.OpeningCode,
        Breakdown.ClosingCode => RollupDimension.ClosingCode,
        Breakdown.Qualifier => RollupDimension.Qualifier,
        Breakdown.NotRecordedReason => RollupDimension.NotRecordedReason,
        _ => null,
    };

    /// <summary>Everything that a force has, by month.</summary>
    public static AccountedForQuestion Whole(string force) => new(force, new MonthRange(0, NoEnd), Breakdown.Month, OffenceClassFilter.All);

    /// <summary>Reads the question.</summary>
    /// <exception cref="Fault">INVALID_FIELDS.</exception>
    public static AccountedForQuestion Read(GetAccountedForRateRequest request) => Read(request, new Violations());

    /// <summary>Reads the question of a watch.</summary>
    /// <exception cref="Fault">INVALID_FIELDS.</exception>
    public static AccountedForQuestion Read(WatchAccountedForRateRequest request)
    {
        var violations = new Violations();
        violations.Enter("question");
        return Read(request.Question, violations);
    }

    /// <summary>Reads the fields <c>from_month</c> and <c>to_month</c>.</summary>
    public static MonthRange ReadMonths(string fromMonth, string toMonth, Violations violations)
    {
        // With one end given, reports of unknown month are outside the range asked for.
        int least = toMonth.Length > 0 ? 1 : 0;
        int from = Month("from_month", fromMonth, least, violations);
        int to = Month("to_month", toMonth, NoEnd, violations);
        if (from > to)
        {
            violations.Add("to_month", "is before from_month");
        }

        return new MonthRange(from, to);
    }

    private static AccountedForQuestion Read(GetAccountedForRateRequest request, Violations violations)
    {
        MonthRange months = ReadMonths(request.FromMonth, request.ToMonth, violations);
        violations.Defined("breakdown", request.Breakdown, zeroAllowed: true);
        int classes = OffenceClassFilter.Read(request.OffenceGroups, request.OffenceClasses, violations);
        violations.ThrowIfAny();
        return new AccountedForQuestion(request.Force, months, request.Breakdown, classes);
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
