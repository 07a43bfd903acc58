using System.Text.Json;
using AuditCore.Estimation;

namespace AuditCore.Tests.Estimation;

/// <summary>R's survey package and this estimator on the same designs.</summary>
public class EstimationVectorTests
{
    public static TheoryData<string> Cases => Vectors.Names("estimation.json");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Crimes_recorded_of_those_required_agree_with_R(string name) => Agree(name, "recorded", "required", "recorded");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Crimes_recorded_in_time_of_those_recorded_agree_with_R(string name) => Agree(name, "in_time_of_recorded", "recorded", "recorded_in_time");

    private static void Agree(string name, string basis, string x, string y)
    {
        JsonElement given = Vectors.Case("estimation.json", name);
        JsonElement expected = given.GetProperty("expected").GetProperty(basis);

        RateEstimate estimate = RatioEstimator.Estimate([.. given.GetProperty("strata").EnumerateArray().Select(s => new Stratum(
            s.GetProperty("stratum").GetString()!, s.GetProperty("frame_size").GetInt64(), Designs.Counts(s, x, y)))]);

        Vectors.Near(expected, "ratio", estimate.Ratio);
        Vectors.Near(expected, "standard_error", estimate.StandardError);
        Assert.Equal(expected.GetProperty("degrees_of_freedom").GetInt64(), estimate.DegreesOfFreedom);
        Assert.Equal(expected.GetProperty("denominator_in_sample").GetInt64(), estimate.DenominatorInSample);
        Vectors.Near(expected, "total_denominator", estimate.TotalDenominator);
        Vectors.Near(expected, "total_numerator", estimate.TotalNumerator);
        Vectors.Near(expected, "effective_n", estimate.Intervals.EffectiveSampleSize);
        SameInterval(expected, "logit_t", estimate.Intervals.Logit);
        SameInterval(expected, "korn_graubard", estimate.Intervals.KornGraubard);
        if (estimate.StandardError > 0)
            SameInterval(expected, "wald_z", estimate.Intervals.Wald);
        else
            Assert.Equal((null, EstimateReason.Degenerate), (estimate.Intervals.Wald, estimate.Reason));
    }

    private static void SameInterval(JsonElement expected, string key, Interval? actual)
    {
        Assert.True(expected.TryGetProperty(key, out JsonElement ends) == actual is not null, $"{key}: expected {ends}, was {actual}");
        if (actual is null)
            return;
        Vectors.Near(ends[0].GetDouble(), actual.Lower, Vectors.Loose, key);
        Vectors.Near(ends[1].GetDouble(), actual.Upper, Vectors.Loose, key);
    }
}
