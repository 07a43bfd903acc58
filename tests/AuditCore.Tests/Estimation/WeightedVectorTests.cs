using System.Text.Json;
using AuditCore.Estimation;

namespace AuditCore.Tests.Estimation;

/// <summary>Force-wide rates from R's survey package.</summary>
public class WeightedVectorTests
{
    public static TheoryData<string> Cases => Vectors.Names("weighted.json");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Force_wide_rates_and_crimes_not_recorded_agree_with_R(string name)
    {
        JsonElement given = Vectors.Case("weighted.json", name);
        JsonElement expected = given.GetProperty("expected");

        WeightedRateEstimate estimate = Estimate(given);

        Assert.Equal(EstimateReason.None, estimate.Reason);
        Vectors.Near(expected, "rate", estimate.Rate);
        Vectors.Near(expected, "standard_error", estimate.StandardError);
        Assert.Equal(expected.GetProperty("degrees_of_freedom").GetInt64(), estimate.DegreesOfFreedom);
        Interval wald = estimate.Intervals.Wald!;
        Vectors.Near(expected.GetProperty("wald_z")[0].GetDouble(), wald.Lower, Vectors.Loose);
        Vectors.Near(expected.GetProperty("wald_z")[1].GetDouble(), wald.Upper, Vectors.Loose);
        Vectors.Near(expected, "not_recorded", NotRecorded.Of(estimate.Volume, estimate.Rate!.Value));
        NotRecordedRange range = NotRecorded.Range(estimate.Volume, wald);
        Vectors.Near(expected.GetProperty("not_recorded_wald")[0].GetDouble(), range.Lower!.Value, Vectors.Loose);
        Vectors.Near(expected.GetProperty("not_recorded_wald")[1].GetDouble(), range.Upper!.Value, Vectors.Loose);
    }

    private static WeightedRateEstimate Estimate(JsonElement given) => WeightedRateEstimator.Estimate(
        [.. given.GetProperty("volumes").EnumerateObject().Select(v => new GroupVolume(v.Name, v.Value.GetInt64()))],
        [.. given.GetProperty("strata").EnumerateArray().Select(s => new GroupedStratum(
            s.GetProperty("stratum").GetString()!,
            s.GetProperty("frame_size").GetInt64(),
            s.GetProperty("groups").EnumerateArray().ToDictionary(
                g => g.GetProperty("group").GetString()!,
                g => (IReadOnlyList<ReportCounts>)Designs.Counts(g, "required", "recorded"))))]);
}
