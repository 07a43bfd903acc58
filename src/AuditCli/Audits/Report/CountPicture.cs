using AuditCli.Support;

namespace AuditCli.Audits.Report;

/// <summary>Counts as bars, the longest the whole width.</summary>
internal static class CountPicture
{
    private const int Left = 330;
    private const int Width = 380;
    private const int Row = 28;

    public static Html Of(string label, IReadOnlyList<(string Name, long Count)> counts)
    {
        double scale = counts.Count > 0 && counts.Max(c => c.Count) is var most and > 0 ? (double)Width / most : 0;
        var svg = new Html();
        svg.Add($"<svg viewBox=\"0 0 820 {(counts.Count * Row) + 10}\" role=\"img\" aria-label=\"{label}\">");
        for (int i = 0; i < counts.Count; i++)
        {
            int y = (i * Row) + 6;
            svg.Add($"<text x=\"{Left - 10}\" y=\"{y + 14}\" text-anchor=\"end\">{counts[i].Name}</text>");
            svg.Add($"<rect class=\"whole\" x=\"{Left}\" y=\"{y}\" width=\"{counts[i].Count * scale}\" height=\"18\"/>");
            svg.Add($"<text class=\"figure\" x=\"{Left + Width + 12}\" y=\"{y + 14}\">{NumberText.Of(counts[i].Count)}</text>");
        }

        return svg.Add($"</svg>");
    }
}
