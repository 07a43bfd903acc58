using System.Globalization;
using CrimeAudit.V1;

namespace AuditCli.Audits.Report;

/// <summary>From the crimes required to those recorded correctly and in time, estimated for the whole frame: what is lost at each step.</summary>
internal static class WaterfallPicture
{
    private const int Left = 230;
    private const int Width = 420;
    private const int Row = 38;

    public static Html Of(EstimateRecordingRateResponse estimate)
    {
        double required = estimate.Recorded.TotalDenominator;
        double recorded = estimate.Recorded.TotalNumerator;
        double correctly = estimate.RecordedCorrectly.TotalNumerator;
        (string Name, string Kind, double From, double To)[] bars =
        [
            ("required", "whole", 0, required),
            ("not recorded", "lost", recorded, required),
            ("recorded at all", "whole", 0, recorded),
            ("as another offence", "lost", correctly, recorded),
            ("recorded correctly", "whole", 0, correctly),
        ];
        var svg = new Html();
        svg.Add($"<svg viewBox=\"0 0 820 {(bars.Length * Row) + 10}\" role=\"img\" aria-label=\"From required to recorded correctly\">");
        for (int i = 0; i < bars.Length; i++)
        {
            (string name, string kind, double from, double to) = bars[i];
            double scale = required > 0 ? Width / required : 0;
            int y = (i * Row) + 8;
            svg.Add($"<text x=\"{Left - 10}\" y=\"{y + 17}\" text-anchor=\"end\">{name}</text>");
            svg.Add($"<rect class=\"{kind}\" x=\"{Left + (from * scale)}\" y=\"{y}\" width=\"{(to - from) * scale}\" height=\"24\"/>");
            svg.Add($"<text class=\"figure\" x=\"{Left + Width + 12}\" y=\"{y + 17}\">{(to - from).ToString("N0", CultureInfo.InvariantCulture)}</text>");
        }

        return svg.Add($"</svg>");
    }
}
