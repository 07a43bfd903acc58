using System.Text.Json;
using Acceptance.Tests.Support;
using AuditCore.Estimation;
using CrimeAudit.V1;
using Stratum = AuditCore.Estimation.Stratum;

namespace Acceptance.Tests.Audits;

/// <summary>A design that R's survey package has estimated: counts by reviewed report, and the estimates.</summary>
internal sealed class VectorCase(JsonElement json)
{
    public IReadOnlyList<(int FrameSize, int Reports)> Strata =>
        [.. Json.Select(s => (s.GetProperty("frame_size").GetInt32(), s.GetProperty("required").GetArrayLength()))];

    public JsonElement Expected(string basis) => json.GetProperty("expected").GetProperty(basis);

    public static VectorCase Named(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "vectors", "estimation.json")));
        return new VectorCase(document.RootElement.EnumerateArray().Single(c => c.GetProperty("name").GetString() == name).Clone());
    }

    /// <summary>The design as AuditCore takes it, on a basis of two counts.</summary>
    public IReadOnlyList<Stratum> Design(string denominator, string numerator) =>
    [
        .. Json.Select((s, i) => new Stratum(
            $"s{i}",
            s.GetProperty("frame_size").GetInt64(),
            [.. Ints(s, denominator).Zip(Ints(s, numerator)).Select(c => new ReportCounts(c.First, c.Second))])),
    ];

    /// <summary>A review that has the counts of a report.</summary>
    public Review Review(int stratum, int report)
    {
        JsonElement counts = Json[stratum];
        (int required, int recorded, int inTime) =
            (Ints(counts, "required")[report], Ints(counts, "recorded")[report], Ints(counts, "recorded_in_time")[report]);
        return Reviews.Of([.. Enumerable.Range(0, required).Select(i => Reviews.Decision(
            i < inTime ? ReviewOutcome.Recorded : i < recorded ? ReviewOutcome.RecordedLate : ReviewOutcome.NotRecorded))]);
    }

    private JsonElement[] Json => [.. json.GetProperty("strata").EnumerateArray()];

    private static int[] Ints(JsonElement stratum, string key) => [.. stratum.GetProperty(key).EnumerateArray().Select(n => n.GetInt32())];
}
