using AuditCli.Support;
using AuditCore.Estimation;
using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary>
/// <c>decisions.csv</c>: of every reviewed report the decisions of the review that counts, one row each; a report that required no crime
/// has one row too, and so has a cancelled crime or an N100, with the verdict on it. With <c>frame-summary.csv</c> it is all that the estimates rest on.
/// </summary>
internal static class DecisionTable
{
    private static readonly CsvColumns<DecisionRow> Columns = new(
        ("stratum", r => r.Item.Stratum),
        ("position", r => Exact.Of(r.Item.Position)),
        ("unit_id", r => r.Item.UnitId),
        ("decision", r => Exact.Of(r.Number)),
        ("outcome", r => r.Decision is { } d ? Cell.Of(d.Outcome) : Cell.OfFinding(r.Item.Review)),
        ("offence", r => r.Decision is { } d ? d.Offence.Code + d.Offence.Category : ""),
        ("victim_ref", r => r.Decision?.VictimRef ?? ""),
        ("required", r => Exact.Of(r.Counts.Required)),
        ("recorded", r => Exact.Of(r.Counts.Recorded)),
        ("recorded_correctly", r => Exact.Of(r.Counts.RecordedCorrectly)),
        ("recorded_in_time", r => Exact.Of(r.Counts.RecordedInTime)),
        ("crime_ref", r => r.Decision?.CrimeRef ?? ""),
        ("rule_paragraph", r => r.Decision?.RuleParagraph ?? Cell.ParagraphOf(r.Item.Review)),
        ("domains", r => string.Join(' ', r.Decision?.Domains ?? [])),
        ("safeguarding", r => r.Decision is { } d ? Cell.Of(d.Safeguarding) : ""),
        ("investigation", r => r.Decision is { } d ? Cell.Of(d.Investigation) : ""),
        ("why_missed", r => r.Decision is { } d ? Cell.Of(d.WhyMissed) : ""),
        ("rationale", r => r.Decision?.Rationale ?? Cell.RationaleOf(r.Item.Review)),
        ("reviewer", r => r.Item.Reviewer));

    public static string Text(IEnumerable<SampleItem> items) => Columns.Text(items.SelectMany(RowsOf));

    private static IEnumerable<DecisionRow> RowsOf(SampleItem item) => item.Review?.FindingCase switch
    {
        Review.FindingOneofCase.Crimes => item.Review.Crimes.Decisions.Select((d, i) => new DecisionRow(item, i + 1, d, ReviewOutcomes.Of(d.Outcome))),
        Review.FindingOneofCase.NoCrime or Review.FindingOneofCase.Cancellation or Review.FindingOneofCase.Classification =>
            [new DecisionRow(item, 1, null, default)],
        _ => [],
    };

    private sealed record DecisionRow(SampleItem Item, int Number, CrimeDecision? Decision, ReviewCounts Counts);
}
