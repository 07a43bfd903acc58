using System.Globalization;
using AuditCli.Audits.Tables;
using AuditCli.Contrasts;
using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Audits.Report;

/// <summary>What goes with crimes that were missed: why, as reviewers read it, and each level of each factor against the rest.</summary>
internal static class DriverSection
{
    public static Html Of(ExplainShortfallResponse shortfall)
    {
        var section = new Html();
        section.Add($"<h2>What goes with crimes that were missed</h2><p>As reviewers read it from the records, crimes of the sample. It says what goes with a miss, not what caused it.</p>");
        section.Add($"{CountPicture.Of("Why missed", [.. shortfall.WhyMissed.Select(w => (Words(w.Name), w.Number))])}");
        return section.Add($"{Levels(shortfall)}<p>{shortfall.Method}.</p>");
    }

    private static Html Levels(ExplainShortfallResponse shortfall)
    {
        var table = new Html();
        table.Add($"<table id=\"drivers\"><thead><tr><th>factor</th><th>level</th><th class=\"n\">missed</th><th class=\"n\">of the rest</th><th class=\"n\">odds ratio</th><th class=\"n\">adjusted p</th><th>what it comes to</th></tr></thead><tbody>");
        table.AddEach(shortfall.Levels, l =>
            $"<tr><td>{l.Factor}</td><td>{l.Level}</td><td class=\"n\">{l.Shortfalls} of {l.Crimes}</td><td class=\"n\">{l.RestShortfalls} of {l.RestCrimes}</td><td class=\"n\">{(l.HasOddsRatio ? l.OddsRatio.ToString("0.00", CultureInfo.InvariantCulture) : "none")}</td><td class=\"n\">{(l.HasAdjustedPValue ? PValueText.Of(l.AdjustedPValue) : "none")}</td><td>{l.Statement}</td></tr>");
        return table.Add($"</tbody></table>");
    }

    /// <summary>A name of the contract in words: <c>WHY_MISSED_NOT_RECOGNISED</c> is <c>not recognised</c>.</summary>
    private static string Words(string name) => name.Replace("WHY_MISSED_", "", StringComparison.Ordinal).Replace('_', ' ').ToLowerInvariant();
}
