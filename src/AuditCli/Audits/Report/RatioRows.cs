using AuditCli.Audits.Tables;
using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Audits.Report;

/// <summary>Estimates as a table whose figures stand with all their digits in <c>data-value</c>. Few crimes are no percentage.</summary>
internal static class RatioRows
{
    /// <param name="id">The table's id in the page.</param>
    /// <param name="counted">What the sample holds: <c>crimes</c>, <c>records</c>.</param>
    /// <param name="rows">What each is about, on which basis.</param>
    public static Html Of(string id, string counted, IEnumerable<(string Domain, string Basis, RatioEstimate Estimate)> rows)
    {
        var table = new Html();
        table.Add($"<table id=\"{id}\"><thead><tr><th>domain</th><th>basis</th><th class=\"n\">rate</th><th class=\"n\">from</th><th class=\"n\">to</th><th class=\"n\">{counted} in the sample</th><th>interval</th></tr></thead><tbody>");
        foreach ((string domain, string basis, RatioEstimate estimate) in rows)
        {
            AddRow(table, domain, basis, estimate);
        }

        return table.Add($"</tbody></table>");
    }

    private static void AddRow(Html table, string domain, string basis, RatioEstimate estimate)
    {
        Interval? interval = Headline.Of(estimate);
        table.Add($"<tr><td>{domain}</td><td>{basis}</td>");
        table.Add($"{Figure("ratio", estimate.HasRatio ? estimate.Ratio : null, estimate.LowN)}");
        table.Add($"{Figure("lower", interval?.Lower, hidden: false)}{Figure("upper", interval?.Upper, hidden: false)}");
        table.Add($"<td class=\"n\">{estimate.NumeratorInSample} of {estimate.DenominatorInSample}</td><td>{Headline.MethodOf(estimate)}</td></tr>");
    }

    private static Html Figure(string name, double? value, bool hidden) => new Html().Add(
        $"<td class=\"n\" data-name=\"{name}\" data-value=\"{Exact.Of(value)}\">{(value is not { } share ? "none" : hidden ? "counts only" : PercentText.Of(Math.Clamp(share, 0, 1)))}</td>");
}
