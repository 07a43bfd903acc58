using AuditCli.Audits.Reading;
using AuditCli.Audits.Tables;
using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Audits.Report;

/// <summary>How far the reviews can be relied on: agreement of blind reviewers, and findings that did not stand.</summary>
internal static class QualitySection
{
    public static Html Of(GetReviewQualityResponse quality)
    {
        var section = new Html();
        section.Add($"<h2>How far the reviews can be relied on</h2><p>{NumberText.Of(quality.ReviewedTwice)} reports were reviewed blind by two. No estimate is adjusted by any of this.</p>");
        section.Add($"<table id=\"quality\"><thead><tr><th>of</th><th>measure</th><th class=\"n\">value</th><th class=\"n\">interval</th><th class=\"n\">counts</th><th>method</th></tr></thead><tbody>");
        section.AddEach(QualityMeasure.OfAll(quality), m =>
            $"<tr><td>{m.Subject}</td><td>{m.Measure}</td><td class=\"n\">{QualityReport.ValueOf(m)}</td><td class=\"n\">{QualityReport.EndsOf(m)}</td><td class=\"n\">{QualityReport.CountsOf(m)}</td><td>{m.Method}</td></tr>");
        return section.Add($"</tbody></table><p>{quality.Method}.</p>");
    }
}
