using System.Text.Json.Nodes;
using AuditCli.Demo.Month;
using AuditCli.Demo.Replay;
using CrimeAudit.V1;

namespace AuditCli.Demo;

/// <summary>What the demo printed, as JSON. Rates are shares; what is undefined is left out.</summary>
internal static class EstimatesJson
{
    public static JsonObject Of(DemoResults results) => new()
    {
        ["seed"] = results.Seed,
        ["reviews"] = "simulated",
        ["month"] = OfMonth(results.Month),
        ["inspections"] = new JsonArray([.. results.Replays.Select(OfReplay)]),
        ["comparison"] = OfWaves(results.Waves.ForceWide),
    };

    private static JsonObject OfWaves(RateDifference forceWide) => new()
    {
        ["difference"] = forceWide.Difference,
        ["lower"] = forceWide.Interval.Lower,
        ["upper"] = forceWide.Interval.Upper,
        ["p"] = forceWide.PValue,
        ["significant"] = forceWide.Significant,
        ["statement"] = forceWide.Statement,
    };

    private static JsonObject OfMonth(MonthResult month)
    {
        JsonObject json = OfInspection(month.Inspection);
        json["true_rate"] = month.Truth.Rate(null);
        if (month.Live.Total.HasAccountedForRate)
        {
            json["accounted_for_rate_of_alleged_crimes"] = month.Live.Total.AccountedForRate;
        }

        if (month.Live.Total.HasAccountedForRateWithPresumed)
        {
            json["accounted_for_rate_of_alleged_and_presumed_crimes"] = month.Live.Total.AccountedForRateWithPresumed;
        }

        return json;
    }

    private static JsonObject OfReplay(ReplayResult replay)
    {
        JsonObject json = OfInspection(replay.Result);
        json["reports_audited"] = replay.Inspection.Sampled.Sum(s => Reviewed(replay, s.Name));
        json["census_reports"] = replay.Inspection.Censuses.Sum(c => Reviewed(replay, c.Name));
        json["force_wide"] = ForceWide(replay.Result.ForceWide!);
        json["not_recorded"] = NotRecorded(replay.Result.NotRecorded!);
        json["published"] = Published(replay.Published);
        return json;
    }

    private static long Reviewed(ReplayResult replay, string stratum) => replay.Result.Strata.Single(s => s.Name == stratum).Reviewed;

    private static JsonObject OfInspection(InspectionResult result) => new()
    {
        ["name"] = result.Name,
        ["audit_id"] = result.AuditId,
        ["domains"] = new JsonArray([.. result.Estimates.Select(e => Domain(e.Domain, e.Answer))]),
    };

    private static JsonObject Domain(string name, EstimateRecordingRateResponse answer) => new()
    {
        ["name"] = name,
        ["recorded"] = Ratio(answer.Recorded),
        ["recorded_correctly"] = Ratio(answer.RecordedCorrectly),
        ["in_time_of_recorded"] = Ratio(answer.InTimeOfRecorded),
    };

    /// <summary>The keys of <c>crimeaudit calc rate</c>, and the counts.</summary>
    private static JsonObject Ratio(RatioEstimate estimate)
    {
        var json = new JsonObject
        {
            ["degrees_of_freedom"] = estimate.DegreesOfFreedom,
            ["denominator_in_sample"] = estimate.DenominatorInSample,
            ["numerator_in_sample"] = estimate.NumeratorInSample,
            ["method"] = estimate.Method,
        };
        Add(json, "ratio", estimate.HasRatio, estimate.Ratio);
        Add(json, "standard_error", estimate.HasStandardError, estimate.StandardError);
        Add(json, "wald_z", estimate.Wald);
        Add(json, "logit_t", estimate.Logit);
        Add(json, "korn_graubard", estimate.KornGraubard);
        Add(json, "clopper_pearson", estimate.Exact);
        return json;
    }

    private static JsonObject ForceWide(ForceWideEstimate estimate)
    {
        var json = new JsonObject
        {
            ["degrees_of_freedom"] = estimate.DegreesOfFreedom,
            ["volumes_to"] = estimate.VolumesTo,
            ["volumes_version"] = estimate.VolumesVersion,
            ["volumes"] = new JsonObject(estimate.Groups.Select(g =>
                KeyValuePair.Create<string, JsonNode?>(g.OffenceGroup.ToString().ToLowerInvariant(), g.Volume))),
        };
        Add(json, "rate", estimate.HasRate, estimate.Rate);
        Add(json, "standard_error", estimate.HasStandardError, estimate.StandardError);
        Add(json, "wald_z", estimate.Wald);
        return json;
    }

    private static JsonObject NotRecorded(EstimateNotRecordedResponse answer)
    {
        var json = new JsonObject { ["per_year"] = answer.NotRecorded, ["volume"] = answer.Volume };
        Add(json, "wald", answer.Wald);
        return json;
    }

    private static JsonObject Published(ReplayTargets published)
    {
        var json = new JsonObject
        {
            ["overall"] = published.Overall,
            ["violence"] = published.Violence,
            ["sexual"] = published.Sexual,
        };
        Add(json, "overall_half_width_points", published.OverallHalfWidth is not null, published.OverallHalfWidth ?? 0);
        Add(json, "violence_half_width_points", published.ViolenceHalfWidth is not null, published.ViolenceHalfWidth ?? 0);
        Add(json, "not_recorded_per_year", published.NotRecordedPerYear is not null, published.NotRecordedPerYear ?? 0);
        return json;
    }

    private static void Add(JsonObject json, string key, bool has, double value)
    {
        if (has)
        {
            json[key] = value;
        }
    }

    private static void Add(JsonObject json, string key, Interval? interval)
    {
        if (interval is not null)
        {
            json[key] = new JsonArray(interval.Lower, interval.Upper);
        }
    }
}
