using System.Globalization;
using System.Text;
using Bench.Results;

namespace Bench.Scale;

/// <summary>The extrapolation as Markdown.</summary>
internal static class ScaleTables
{
    /// <summary>The tables.</summary>
    public static string Of(ScaleFigures figures)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"Measured (docs/performance.md, growth): b = {Numbers.Text(figures.BytesAnUpdate)} bytes of SQLite an update of m = " +
            $"{Numbers.Text(figures.MessageBytes)} bytes; u = {Numbers.Text(ScaleFigures.UpdatesAReport)} updates a report; " +
            $"R(n) = {Rate(figures.UpdatesPerSecond)}; " +
            $"server memory at most {Numbers.Text(figures.MemoryMegabytes)} MB. Computed: s = {Numbers.Text(SqlServerBytes(figures))} bytes of SQL Server an update.\n\n");
        page.Append("| | reports a year | updates a year | SQLite a year, ten years | SQL Server a year, ten years | R(n) after ten years | back-fill | peak hour | share of R |\n");
        page.Append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (ScaledDeployment deployment in ScaledDeployment.All)
        {
            Write(page, deployment, figures);
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, ScaledDeployment deployment, ScaleFigures figures)
    {
        double rate = figures.UpdatesPerSecond.At(deployment.BackFill);
        // The rate does not rise as the log grows: the time is at most that of the last rate.
        string backFill = rate > 0 ? $"{Numbers.Text(deployment.BackFill / rate / 3_600)} h at most" : "beyond the fit";
        page.Append(
            CultureInfo.InvariantCulture,
            $"| {deployment.Name} | {Millions(deployment.ReportsAYear)} | {Millions(deployment.UpdatesAYear)} | " +
            $"{Storage(deployment, figures.BytesAnUpdate)} | {Storage(deployment, SqlServerBytes(figures))} | {Numbers.Text(Math.Max(0, rate))}/s | {backFill} | " +
            $"{Numbers.Text(deployment.PeakPerSecond)}/s | {(rate > 0 ? (deployment.PeakPerSecond / rate).ToString("P2", CultureInfo.InvariantCulture) : "beyond the fit")} |\n");
    }

    private static double SqlServerBytes(ScaleFigures figures) =>
        SqlServerRows.BytesAnUpdate(figures.MessageBytes, ScaleFigures.UpdatesAReport);

    private static string Storage(ScaledDeployment deployment, double bytes)
    {
        double year = deployment.UpdatesAYear * bytes / 1e9;
        return $"{Numbers.Text(year)}, {Numbers.Text(year * ScaledDeployment.Years)} GB";
    }

    private static string Millions(double count) => $"{Numbers.Text(count / 1e6)} M";

    private static string Rate(LogarithmicFit fit) => fit.Slope < 0
        ? $"{Numbers.Text(fit.Constant)} − {Numbers.Text(-fit.Slope)} · ln n updates a second with n stored"
        : $"{Numbers.Text(fit.Constant)} updates a second, the slowest step: up to five million stored no fall was measured";
}
