using System.Globalization;
using AuditCore.Estimation;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>Contrasts of levels as the contract tells them. They say what goes with what, and never why.</summary>
internal static class ShortfallMessages
{
    /// <summary>How contrasts are made.</summary>
    public const string Method =
        "each level against the rest: odds ratios of falling short by Mantel and Haenszel over offence classes with the variance of Robins, Breslow " +
        "and Greenland, conditional exact where a side always or never falls short; p adjusted over all levels shown by Benjamini and Hochberg; " +
        "what goes with a shortfall need not cause it";

    /// <summary>An answer with its counts and levels.</summary>
    public static ExplainShortfallResponse Of(ShortfallCounts whole, IReadOnlyList<LevelCounts> levels, EstimationOptions options)
    {
        var response = new ExplainShortfallResponse
        {
            Crimes = whole.Crimes,
            Shortfalls = whole.Shortfalls,
            ConfidenceLevel = options.Level,
        };
        response.Levels.AddRange(LevelContrasts.Of(levels, options).Select(c => ToMessage(c, options.Level)));
        return response;
    }

    private static ShortfallLevel ToMessage(LevelContrast contrast, double confidence)
    {
        var message = new ShortfallLevel
        {
            Factor = contrast.Counts.Factor,
            Level = contrast.Counts.Level,
            Crimes = contrast.Crimes,
            Shortfalls = contrast.Shortfalls,
            RestCrimes = contrast.RestCrimes,
            RestShortfalls = contrast.RestShortfalls,
            Interval = contrast.Interval.ToMessage(),
            IntervalMethod = EstimateMessages.NameOf(contrast.Method),
            Significant = contrast.AdjustedPValue < 1 - confidence,
            LowN = contrast.IsLowCount,
        };
        if (contrast.Rate is { } rate)
        {
            message.Rate = rate;
        }

        if (contrast.RestRate is { } rest)
        {
            message.RestRate = rest;
        }

        SetOdds(message, contrast);
        message.Statement = StatementOf(message);
        return message;
    }

    private static void SetOdds(ShortfallLevel message, LevelContrast contrast)
    {
        OddsRatioEstimate odds = contrast.OddsRatio;
        message.OddsRatioMethod = odds.Method switch
        {
            OddsRatioMethod.MantelHaenszel => "mantel-haenszel",
            OddsRatioMethod.ConditionalExact => "conditional-exact",
            _ => "none",
        };
        if (odds.OddsRatio is { } ratio)
        {
            message.OddsRatio = ratio;
        }

        if (odds.Lower is { } lower)
        {
            message.OddsRatioLower = lower;
        }

        if (odds.Upper is { } upper)
        {
            message.OddsRatioUpper = upper;
        }

        if (odds.PValue is { } p && contrast.AdjustedPValue is { } adjusted)
        {
            (message.PValue, message.AdjustedPValue) = (p, adjusted);
        }
    }

    private static string StatementOf(ShortfallLevel level)
    {
        if (!level.HasPValue)
        {
            return "Nothing to hold it against within an offence class.";
        }

        string p = $"adjusted p {PText.Of(level.AdjustedPValue)}";
        return !level.Significant ? $"No clear evidence that it goes with more or with less of it ({p})."
            : level.HasOddsRatio && level.OddsRatio < 1 ? $"Goes with less of it: {Odds(level)} ({p})."
            : $"Goes with more of it: {Odds(level)} ({p}).";
    }

    private static string Odds(ShortfallLevel level)
    {
        string from = Text(level.OddsRatioLower);
        string ends = level.HasOddsRatioUpper ? $"{from} to {Text(level.OddsRatioUpper)}" : $"at least {from}";
        return level.HasOddsRatio
            ? $"odds {Text(level.OddsRatio)} times those elsewhere, {ends}"
            : $"odds beyond every bound, {ends} times those elsewhere";
    }

    private static string Text(double odds) => odds.ToString("0.00", CultureInfo.InvariantCulture);
}
