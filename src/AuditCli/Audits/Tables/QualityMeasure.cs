using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary>One measure of how far reviews can be relied on.</summary>
/// <param name="Subject">Of what: <c>pass or fail</c>, <c>not recorded</c>, <c>fails disputed</c>.</param>
/// <param name="Measure"><c>kappa</c> or <c>overturn rate</c>.</param>
/// <param name="Of">Pairs of reviews compared, or challenges decided.</param>
/// <param name="Count">Pairs that agree, or verdicts that turned.</param>
/// <param name="Value">The measure; null where it is not defined.</param>
/// <param name="Interval">Its interval; null where there is none.</param>
/// <param name="Method">How the interval was made, and why where it is not the usual one.</param>
internal sealed record QualityMeasure(
    string Subject, string Measure, long Of, long Count, double? Value, Interval? Interval, string Method)
{
    /// <summary>Of kappa: its standard error.</summary>
    public double? StandardError { get; private init; }

    /// <summary>Of kappa: the share of pairs that would agree by chance.</summary>
    public double? ByChance { get; private init; }

    /// <summary>Of an overturn rate: how many findings of the kind there are; of these were challenged; of the decided some changed.</summary>
    public OverturnRate? Challenges { get; private init; }

    /// <summary>Agreement on pass or fail, on outcomes together and each, then overturned fails and passes.</summary>
    public static IReadOnlyList<QualityMeasure> OfAll(GetReviewQualityResponse answer) =>
    [
        OfKappa("pass or fail", answer.Verdicts.Kappa),
        OfKappa("outcome of each crime", answer.Outcomes),
        .. answer.ByOutcome.Select(o => OfKappa(Cell.Of(o.Outcome), o.Kappa)),
        OfOverturns("fails disputed", answer.Fails),
        OfOverturns("passes reviewed again", answer.Passes),
    ];

    private static QualityMeasure OfKappa(string subject, Kappa kappa) => new(
        subject,
        "kappa",
        kappa.Pairs,
        kappa.Agreed,
        kappa.HasKappa_ ? kappa.Kappa_ : null,
        kappa.Interval,
        kappa.Note == KappaNote.Unspecified ? kappa.Method : $"{kappa.Method}, {Cell.Of(kappa.Note)}")
    {
        StandardError = kappa.HasStandardError ? kappa.StandardError : null,
        ByChance = kappa.HasChanceAgreement ? kappa.ChanceAgreement : null,
    };

    private static QualityMeasure OfOverturns(string subject, OverturnRate rate) => new(
        subject, "overturn rate", rate.Decided, rate.Overturned, rate.HasRate ? rate.Rate : null, rate.Wilson, rate.Wilson is null ? "none" : "wilson")
    {
        Challenges = rate,
    };
}
