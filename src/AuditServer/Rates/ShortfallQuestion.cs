using AuditCore.Estimation;
using AuditServer.Audits;
using AuditServer.Errors;
using AuditServer.Reference;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>What is asked about shortfalls.</summary>
/// <param name="Months">Live: over which months.</param>
/// <param name="Classes">Bit c is set when offences of class c are wanted.</param>
/// <param name="MostLevels">Levels of a factor at most.</param>
/// <param name="Basis">Of an audit: what falls short.</param>
/// <param name="Options">Level and threshold.</param>
internal sealed record ShortfallQuestion(
    MonthRange Months, int Classes, int MostLevels, ShortfallBasis Basis, EstimationOptions Options)
{
    private const int UsualLevels = 20;
    private const int HighestLevels = 100;

    /// <summary>Reads the question.</summary>
    /// <exception cref="Fault">INVALID_FIELDS.</exception>
    public static ShortfallQuestion Read(ExplainShortfallRequest request, int lowCountBelow)
    {
        var violations = new Violations();
        bool ofAudit = request.SubjectCase == ExplainShortfallRequest.SubjectOneofCase.AuditId;
        if (ofAudit)
        {
            violations.Name("audit_id", request.AuditId);
            Refuse("from_month", request.FromMonth.Length > 0, "is of live data; an audit has the window of its plan", violations);
            Refuse("to_month", request.ToMonth.Length > 0, "is of live data; an audit has the window of its plan", violations);
        }
        else
        {
            Refuse("basis", request.Basis != ShortfallBasis.Unspecified, "is of an audit; live data tell only what nothing answers", violations);
        }

        MonthRange months = ofAudit ? default : AccountedForQuestion.ReadMonths(request.FromMonth, request.ToMonth, violations);
        int classes = OffenceClassFilter.Read(request.OffenceGroups, request.OffenceClasses, violations);
        violations.Defined("basis", request.Basis, zeroAllowed: true);
        if (request.MostLevels is < 0 or > HighestLevels)
        {
            violations.Add("most_levels", $"is {request.MostLevels}; 1 to {HighestLevels}, or 0 for {UsualLevels}, are allowed");
        }

        double level = EstimateQuestion.Level(request.ConfidenceLevel, violations);
        violations.ThrowIfAny();
        return new ShortfallQuestion(
            months,
            classes,
            request.MostLevels == 0 ? UsualLevels : request.MostLevels,
            request.Basis,
            new EstimationOptions { Level = level, LowCountBelow = lowCountBelow });
    }

    private static void Refuse(string field, bool given, string why, Violations violations)
    {
        if (given)
        {
            violations.Add(field, why);
        }
    }
}
