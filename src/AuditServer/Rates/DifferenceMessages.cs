using System.Globalization;
using AuditCore.Estimation;
using CoreDifference = AuditCore.Estimation.RateDifference;
using RateDifference = CrimeAudit.V1.RateDifference;

namespace AuditServer.Rates;

/// <summary>Differences of rates as the contract tells them, with the sentence that each comes to.</summary>
internal static class DifferenceMessages
{
    /// <param name="difference">Of AuditCore.</param>
    /// <param name="adjusted">Its p over all pairs; null when there is none.</param>
    /// <param name="level">Confidence level.</param>
    /// <param name="what">What is compared with what, as the sentence begins.</param>
    public static RateDifference Of(CoreDifference difference, double? adjusted, double level, string what)
    {
        var message = new RateDifference
        {
            Method = NameOf(difference.Method),
            Interval = difference.Interval.ToMessage(),
            OddsRatioInterval = difference.OddsRatioInterval.ToMessage(),
            Significant = adjusted < 1 - level,
        };
        if (difference is { First: { } first, Second: { } second, Difference: { } points, PValue: { } p } && adjusted is { } adjustedP)
        {
            (message.First, message.Second, message.Difference) = (first, second, points);
            (message.PValue, message.AdjustedPValue) = (p, adjustedP);
        }

        if (difference.OddsRatio is { } odds)
        {
            message.OddsRatio = odds;
        }

        message.Statement = StatementOf(message, difference, level, what);
        return message;
    }

    private static string StatementOf(RateDifference message, CoreDifference difference, double level, string what)
    {
        if (!message.HasDifference)
        {
            return $"{what}: no comparison, for {EstimateMessages.InWords(difference.Reason, [])}.";
        }

        string verdict = message.Significant
            ? $"a significant difference at the {Percent(level)} level"
            : $"no significant difference at the {Percent(level)} level, which is not to say that there is none";
        string interval = $"{Percent(level)} interval {Points(message.Interval.Lower)} to {Points(message.Interval.Upper)}";
        return $"{what}: {Sides(message, difference)}, {Points(message.Difference)} points" +
            $" ({interval}, adjusted p {PText.Of(message.AdjustedPValue)}): {verdict}.";
    }

    /// <summary>Plain counts are told as counts, and why they are.</summary>
    private static string Sides(RateDifference message, CoreDifference difference) =>
        difference is { FirstCounts: { } first, SecondCounts: { } second }
            ? string.Create(
                CultureInfo.InvariantCulture, $"{second.Count} of {second.Of} against {first.Count} of {first.Of}, by counts as {Why(difference.Reason)}")
            : $"{Percent(message.Second)} against {Percent(message.First)}" +
                (difference.Reason == EstimateReason.Census ? ", one of them a census, which has no sampling error" : "");

    private static string Why(EstimateReason reason) => reason switch
    {
        EstimateReason.Census => "both are censuses",
        EstimateReason.Degenerate => "one shows no variation",
        _ => "there are few crimes",
    };

    private static string NameOf(ComparisonMethod method) => method switch
    {
        ComparisonMethod.StandardErrors => "standard-errors",
        ComparisonMethod.LogitStandardErrors => "logit-standard-errors",
        ComparisonMethod.NewcombeHybridScore => "newcombe",
        _ => "none",
    };

    private static string Percent(double share) => $"{(100 * share).ToString("0.#", CultureInfo.InvariantCulture)} %";

    private static string Points(double share) => (100 * share).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
}
