using System.Text.Json;
using System.Text.Json.Nodes;
using AuditCli.Demo.Replay;
using AuditCore.Estimation;
using CrimeAudit.V1;

namespace AuditCli.Demo;

/// <summary>
/// Writes what was printed, and the designs behind it, so that anybody can recompute it: <c>crimeaudit calc rate</c> reads
/// the designs, and so does any statistics package.
/// </summary>
internal static class DemoExport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static async Task WriteAsync(string folder, DemoResults results, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        foreach (ReplayResult replay in results.Replays)
        {
            string file = Path.Combine(folder, $"design-{replay.Inspection.Name}.json");
            await File.WriteAllTextAsync(file, Design(replay.Result).ToJsonString(), cancel);
        }

        await File.WriteAllTextAsync(
            Path.Combine(folder, "estimates.json"), EstimatesJson.Of(results).ToJsonString(Indented), cancel);
    }

    /// <summary>One case a domain: each stratum's frame size and, report by report in ticket order, what was required and recorded.</summary>
    private static JsonArray Design(InspectionResult result) =>
    [
        .. EstimateDomains.Of(result).Select(d => new JsonObject
        {
            ["name"] = d.Name,
            ["strata"] = new JsonArray([.. result.Strata.Select(s => Stratum(s, Counts(result.Items[s.Name], d.Domain)))]),
        }),
    ];

    private static List<ReviewCounts> Counts(List<SampleItem> items, EstimateDomain domain)
    {
        ReviewDomain counted = EstimateDomains.ToReviewDomain(domain);
        return [.. items.Select(i => counted.CountsOf(i.Review))];
    }

    private static JsonObject Stratum(FrameStratum stratum, List<ReviewCounts> counts) => new()
    {
        ["stratum"] = stratum.Name,
        ["frame_size"] = stratum.FrameSize,
        ["required"] = Array(counts.Select(c => c.Required)),
        ["recorded"] = Array(counts.Select(c => c.Recorded)),
        ["recorded_in_time"] = Array(counts.Select(c => c.RecordedInTime)),
    };

    private static JsonArray Array(IEnumerable<int> values) => [.. values.Select(v => JsonValue.Create(v))];
}
