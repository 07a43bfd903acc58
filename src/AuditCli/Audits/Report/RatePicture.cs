using AuditCli.Audits.Tables;
using AuditCli.Support;
using CrimeAudit.V1;

namespace AuditCli.Audits.Report;

/// <summary>Rates with their intervals: a point with whiskers for each domain on both bases. Few crimes are shown as counts with their exact interval, without a point.</summary>
internal static class RatePicture
{
    private const int Left = 230;
    private const int Width = 420;
    private const int Row = 34;

    public static Html Of(IReadOnlyList<DomainEstimate> estimates)
    {
        (string Name, RatioEstimate Estimate)[] rows = [.. estimates.SelectMany(e => new[]
        {
            ($"{e.Domain}, at all", e.Estimate.Recorded),
            ($"{e.Domain}, correctly", e.Estimate.RecordedCorrectly),
        })];
        int height = (rows.Length * Row) + 40;
        var svg = new Html();
        svg.Add($"<svg viewBox=\"0 0 820 {height}\" role=\"img\" aria-label=\"Recording rates with intervals\">");
        svg.AddEach(Enumerable.Range(0, 6).Select(i => i * 20), percent =>
            $"<line class=\"grid\" x1=\"{X(percent / 100.0)}\" y1=\"10\" x2=\"{X(percent / 100.0)}\" y2=\"{height - 26}\"/><text class=\"axis\" x=\"{X(percent / 100.0)}\" y=\"{height - 8}\" text-anchor=\"middle\">{percent} %</text>");
        for (int i = 0; i < rows.Length; i++)
        {
            AddRow(svg, rows[i].Name, rows[i].Estimate, (i * Row) + 28);
        }

        return svg.Add($"</svg>");
    }

    private static void AddRow(Html svg, string name, RatioEstimate estimate, int y)
    {
        svg.Add($"<text x=\"{Left - 10}\" y=\"{y + 4}\" text-anchor=\"end\">{name}</text>");
        string said = $"{estimate.NumeratorInSample} of {estimate.DenominatorInSample}";
        if (Headline.Of(estimate) is { } interval)
        {
            svg.Add($"<line class=\"whisker\" x1=\"{X(interval.Lower)}\" y1=\"{y}\" x2=\"{X(interval.Upper)}\" y2=\"{y}\"/>");
            svg.AddEach([interval.Lower, interval.Upper], end =>
                $"<line class=\"whisker\" x1=\"{X(end)}\" y1=\"{y - 6}\" x2=\"{X(end)}\" y2=\"{y + 6}\"/>");
        }

        if (estimate.HasRatio && !estimate.LowN)
        {
            svg.Add($"<circle class=\"point\" cx=\"{X(estimate.Ratio)}\" cy=\"{y}\" r=\"5\"/>");
            said = $"{PercentText.Of(estimate.Ratio)}, {said}";
        }

        svg.Add($"<text class=\"figure\" x=\"{Left + Width + 12}\" y=\"{y + 4}\">{said}</text>");
    }

    private static double X(double share) => Left + (Width * Math.Clamp(share, 0, 1));
}
