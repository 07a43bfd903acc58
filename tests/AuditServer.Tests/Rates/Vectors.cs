using System.Text.Json;
using CrimeAudit.V1;

namespace AuditServer.Tests.Rates;

/// <summary>Designs and answers that R's survey package computed, and how near an answer of the service must come.</summary>
internal static class Vectors
{
    private const double Tight = 1e-9;
    private const double Loose = 1e-7;

    /// <summary>Fails unless an estimate is the expected one on every figure that the vectors hold.</summary>
    public static void Compare(JsonElement expected, RatioEstimate actual)
    {
        Near(expected, "ratio", actual.Ratio);
        Near(expected, "standard_error", actual.StandardError);
        Near(expected, "total_denominator", actual.TotalDenominator);
        Near(expected, "total_numerator", actual.TotalNumerator);
        Assert.Equal(expected.GetProperty("degrees_of_freedom").GetInt64(), actual.DegreesOfFreedom);
        Assert.Equal(expected.GetProperty("denominator_in_sample").GetInt64(), actual.DenominatorInSample);
        if (expected.TryGetProperty("korn_graubard", out _))
        {
            Near(expected, "wald_z", actual.Wald);
            Near(expected, "korn_graubard", actual.KornGraubard);
            Near(expected, "effective_n", actual.EffectiveN);
            Assert.Equal(actual.LowN ? "clopper-pearson" : "korn-graubard", actual.Method);
        }
        else
        {
            Assert.Equal((EstimateNote.Degenerate, "clopper-pearson"), (actual.Note, actual.Method));
            Assert.True(actual.Exact.Lower < actual.Exact.Upper);
        }

        Assert.Equal(actual.DenominatorInSample < 30, actual.LowN);
    }

    public static void Near(JsonElement expected, string key, double actual) => Near(expected.GetProperty(key).GetDouble(), actual, Tight, key);

    public static void Near(JsonElement expected, string key, Interval actual)
    {
        Near(expected.GetProperty(key)[0].GetDouble(), actual.Lower, Loose, key);
        Near(expected.GetProperty(key)[1].GetDouble(), actual.Upper, Loose, key);
    }

    private static void Near(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"{what}: expected {expected:R}, was {actual:R}");

    public static JsonElement[] Strata(JsonElement design) => [.. design.GetProperty("strata").EnumerateArray()];

    public static int[] Ints(JsonElement stratum, string key) => [.. stratum.GetProperty(key).EnumerateArray().Select(n => n.GetInt32())];

    public static JsonElement Case(string file, string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "vectors", file)));
        return document.RootElement.EnumerateArray().Single(c => c.GetProperty("name").GetString() == name).Clone();
    }
}
