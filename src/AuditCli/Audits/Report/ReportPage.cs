using AuditCli.Audits.Tables;
using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Audits.Report;

/// <summary>
/// An audit as one page of HTML that needs no network and no script: pictures are drawn in it, and every figure of the estimates stands
/// in a table with all its digits in <c>data-value</c>.
/// </summary>
internal static class ReportPage
{
    private const string Style =
        """
        body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
        h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.2rem;border-bottom:1px solid #bbb}
        table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{padding:.3rem .6rem;border-bottom:1px solid #ddd;text-align:left}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}svg{width:100%;height:auto}svg text{font:13px system-ui,sans-serif;fill:#1a1a1a}
        .grid{stroke:#ddd}.axis{fill:#555}.whisker{stroke:#1d4f8c;stroke-width:2}.point{fill:#1d4f8c}.whole{fill:#1d4f8c}.lost{fill:#b3261e}
        .interim{background:#fff3cd;border:1px solid #d9b23b;padding:.6rem 1rem}
        @media print{body{margin:0;max-width:none;font-size:11pt}h2{break-after:avoid}svg,table{break-inside:avoid}}
        """;

    public static string Of(WholeAudit whole)
    {
        EstimateRecordingRateResponse all = whole.Estimates[0].Estimate;
        Audit audit = whole.Audit;
        Html page = Begin(audit);
        AddInterim(page, all);
        page.Add($"<h2>Recording rates</h2>{RatePicture.Of(whole.Estimates)}{Rates(whole.Estimates)}");
        page.Add($"<h2>From required to recorded correctly</h2><p>Crimes, estimated for the whole frame.</p>{WaterfallPicture.Of(all)}");
        page.Add($"{Records(whole.Classification)}{DelaySection.Of(whole)}{DriverSection.Of(whole.Shortfall)}{QualitySection.Of(whole.Quality)}");
        page.Add($"<h2>Frame and sample</h2>{Strata(audit)}");
        page.Add($"<h2>How it was done</h2><p>{all.Method}. {PercentText.Of(all.ConfidenceLevel)} confidence. As of entry {all.AsOf.TreeSize}, root {Convert.ToHexStringLower(all.AsOf.RootHash.Span)}.</p>");
        page.Add($"<p>Frame digest {DigestOf(audit)}; seed {audit.Seed.Seed}.</p></body></html>");
        return page.ToString();
    }

    /// <summary>A void audit has no sample, and its page says why: whoever was to be audited, and whoever audits, can be asked.</summary>
    public static string OfVoid(Audit audit)
    {
        Html page = Begin(audit);
        page.Add($"<p class=\"interim\">This audit is void{AuditText.Withheld(audit.Seed.WithheldBy)}, {Cell.Of(audit.Seed.RevealDue)}. There never was a sample, and there is no rate.</p>");
        page.Add($"<h2>Frame</h2>{Strata(audit)}");
        page.Add($"<p>Frame digest {DigestOf(audit)}. Commitment of the lead {Convert.ToHexStringLower(audit.Seed.LeadCommitment.Span)}, of the force {Convert.ToHexStringLower(audit.Seed.ForceCommitment.Span)}.</p></body></html>");
        return page.ToString();
    }

    private static Html Begin(Audit audit)
    {
        var page = new Html();
        page.Add($"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        page.Add($"<title>{audit.AuditId}: how completely {audit.Plan.Force} recorded crime</title><style>{new Html().Raw(Style)}</style></head><body>");
        page.Add($"<h1>How completely {audit.Plan.Force} recorded the crime reported to it</h1>");
        return page.Add($"<p>Audit {audit.AuditId}, reports of {audit.Plan.WindowFrom} to {audit.Plan.WindowTo}. {AuditText.StateOf(audit.State)}.</p>");
    }

    private static string DigestOf(Audit audit) => audit.Frame is { } frame ? Convert.ToHexStringLower(frame.Digest.Span) : "none yet";

    private static void AddInterim(Html page, EstimateRecordingRateResponse all)
    {
        if (all.Interim)
        {
            page.Add($"<p class=\"interim\">Interim: {all.Unsettled} reports of the sample are not settled, {all.PendingReviews} of them not reviewed.</p>");
        }
    }

    private static Html Rates(IEnumerable<DomainEstimate> estimates) => RatioRows.Of(
        "rates", "crimes", estimates.SelectMany(e => EstimatedBasis.Of(e.Estimate).Select(b => (e.Domain, b.Name, b.Estimate))));

    /// <summary>Nothing where the plan has no stratum of records.</summary>
    private static Html Records(EstimateClassificationResponse classification)
    {
        IReadOnlyList<ClassifiedShare> shares = ClassifiedShare.Of(classification);
        var section = new Html();
        return shares.Count == 0 ? section : section.Add(
            $"<h2>Records that say there is no crime</h2><p>Which share of them was right. They never enter a recording rate.</p>{RatioRows.Of("classification", "records", shares.Select(s => (s.Stratum.Length == 0 ? s.Population : $"{s.Population}, {s.Stratum}", s.Basis, s.Estimate)))}");
    }

    private static Html Strata(Audit audit)
    {
        var table = new Html();
        table.Add($"<table><thead><tr><th>stratum</th><th>population</th><th class=\"n\">frame</th><th class=\"n\">drawn</th><th class=\"n\">reviewed</th></tr></thead><tbody>");
        table.AddEach(audit.Plan.Strata.Zip(audit.Strata), s =>
            $"<tr><td>{s.First.Name}</td><td>{Cell.Of(s.First.Population)}</td><td class=\"n\">{NumberText.Of(s.Second.FrameSize)}</td><td class=\"n\">{NumberText.Of(s.Second.SampleSize)}{(s.Second.Census ? " (census)" : "")}</td><td class=\"n\">{NumberText.Of(s.Second.Reviewed)}</td></tr>");
        return table.Add($"</tbody></table>");
    }
}
