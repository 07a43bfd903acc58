using AuditCore.Estimation;
using AuditServer.Audits;
using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>Which audits to compare on what.</summary>
/// <param name="Pairs">The pairs, the first of each the one compared with.</param>
/// <param name="Domain">About what.</param>
/// <param name="Weighting">How to weight.</param>
/// <param name="Scale">On which scale.</param>
/// <param name="Options">Level and threshold.</param>
internal sealed record ComparisonQuestion(
    IReadOnlyList<(string First, string Second)> Pairs,
    EstimateDomain Domain,
    Weighting Weighting,
    AuditCore.Estimation.ComparisonScale Scale,
    EstimationOptions Options)
{
    private const int MostPairs = 200;
    private const int MostAudits = 100;

    /// <summary>Every audit named, each once, in the order of the question.</summary>
    public IEnumerable<string> Audits => Pairs.SelectMany(p => new[] { p.First, p.Second }).Distinct(StringComparer.Ordinal);

    /// <summary>Reads the question.</summary>
    /// <exception cref="Fault">INVALID_FIELDS.</exception>
    public static ComparisonQuestion Read(CompareEstimatesRequest request, int lowCountBelow)
    {
        var violations = new Violations();
        EstimateDomain domain = request.Domain ?? new EstimateDomain();
        (string, string)[] pairs = [.. request.BaselineAuditId.Length > 0 ? Several(request, violations) : Pairwise(request, violations)];
        EstimateQuestion.Check(domain, request.Weighting, violations);
        violations.Defined("scale", request.Scale, zeroAllowed: true);
        double level = EstimateQuestion.Level(request.ConfidenceLevel, violations);
        var question = new ComparisonQuestion(
            pairs,
            domain,
            request.Weighting,
            ScaleOf(request.Scale),
            new EstimationOptions { Level = level, LowCountBelow = lowCountBelow });
        if (question.Audits.Count() is > MostAudits and int audits)
        {
            violations.Add("pairs", $"name {audits} audits; {MostAudits} at most are allowed");
        }

        violations.ThrowIfAny();
        return question;
    }

    private static IEnumerable<(string, string)> Several(CompareEstimatesRequest request, Violations violations)
    {
        violations.Name("baseline_audit_id", request.BaselineAuditId);
        violations.Number("audit_ids", request.AuditIds.Count, 1, MostAudits - 1);
        if (request.Pairs.Count > 0)
        {
            violations.Add("pairs", "are given beside a baseline; only one of the two can be meant");
        }

        for (int i = 0; i < request.AuditIds.Count; i++)
        {
            violations.Enter("audit_ids", i);
            violations.Name("", request.AuditIds[i]);
            Differ(request.BaselineAuditId, request.AuditIds[i], "", violations);
            violations.Leave();
        }

        return request.AuditIds.Select(id => (request.BaselineAuditId, id));
    }

    private static IEnumerable<(string, string)> Pairwise(CompareEstimatesRequest request, Violations violations)
    {
        violations.Number("pairs", request.Pairs.Count, 1, MostPairs);
        if (request.AuditIds.Count > 0)
        {
            violations.Add("baseline_audit_id", "is missing, and audit_ids are to be compared with it");
        }

        for (int i = 0; i < request.Pairs.Count; i++)
        {
            violations.Enter("pairs", i);
            violations.Name("first_audit_id", request.Pairs[i].FirstAuditId);
            violations.Name("second_audit_id", request.Pairs[i].SecondAuditId);
            Differ(request.Pairs[i].FirstAuditId, request.Pairs[i].SecondAuditId, "second_audit_id", violations);
            violations.Leave();
        }

        return request.Pairs.Select(p => (p.FirstAuditId, p.SecondAuditId));
    }

    private static AuditCore.Estimation.ComparisonScale ScaleOf(CrimeAudit.V1.ComparisonScale scale) => scale switch
    {
        CrimeAudit.V1.ComparisonScale.Logit => AuditCore.Estimation.ComparisonScale.Logit,
        _ => AuditCore.Estimation.ComparisonScale.Probability,
    };

    /// <summary>The formulas are of independent samples, and no audit is independent of itself.</summary>
    private static void Differ(string first, string second, string field, Violations violations)
    {
        if (first == second && first.Length > 0)
        {
            violations.Add(field, $"'{first}' is compared with itself");
        }
    }
}
