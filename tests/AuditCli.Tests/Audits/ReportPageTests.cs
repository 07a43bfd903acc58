using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AuditCli.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Tests.Audits;

/// <summary>The report of an audit, opened by a browser as a reader would.</summary>
public sealed partial class ReportPageTests : IDisposable
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_report_opens_without_an_error_and_its_figures_are_those_of_the_estimate()
    {
        string? browser = Array.Find(Browsers, File.Exists);
        Assert.SkipWhen(browser is null, "no Chromium is installed here");
        await using Served served = await Served.StartAsync(folder.Path);
        CliAudit audit = await CliAudit.ReportedAsync(served, folder.Path);
        await audit.DrawAsync();
        await audit.ReviewAsync();
        await audit.OutputAsync("lead", "finalize", CliAudit.Id);
        string page = Path.Combine(folder.Path, "report.html");
        await audit.OutputAsync("lead", "report", CliAudit.Id, "--out", page);

        (string dom, string log) = await OpenAsync(browser!, page);

        Assert.DoesNotContain("CONSOLE", log, StringComparison.Ordinal);
        Assert.DoesNotContain("ERR_", log, StringComparison.Ordinal);
        await using var lead = CrimeAuditClient.Connect(served.Address, await served.TokenAsync("--role", "lead"));
        RatioEstimate recorded = (await lead.Rates.EstimateRecordingRateAsync(CliAudit.Id, Cancel)).Recorded;
        string[] figures = [.. Figure().Matches(dom).Take(3).Select(m => m.Groups["value"].Value)];
        Assert.Equal(
            new[] { recorded.Ratio, recorded.Exact.Lower, recorded.Exact.Upper }.Select(v => v.ToString("R", CultureInfo.InvariantCulture)), figures);
        Assert.Equal(4, Regex.Count(dom, "<svg"));
        Assert.Contains("7 of 9", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("http", dom, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => folder.Dispose();

    private async Task<(string Dom, string Log)> OpenAsync(string browser, string page)
    {
        var start = new ProcessStartInfo(browser) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[]
        {
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--enable-logging=stderr", $"--user-data-dir={Path.Combine(folder.Path, "profile")}",
            "--dump-dom", new Uri(page).AbsoluteUri,
        })
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> dom = process.StandardOutput.ReadToEndAsync(Cancel);
        Task<string> log = process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (await dom, await log);
    }

    [GeneratedRegex("data-value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Figure();
}
