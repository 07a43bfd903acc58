using System.Globalization;

namespace AuditCli.Import.Display;

/// <summary>A plain line every few seconds.</summary>
internal sealed class LineDisplay(TextWriter error, TimeProvider clock) : ImportDisplay
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly long started = clock.GetTimestamp();
    private long last = clock.GetTimestamp();

    public override Task<ImportSummary> ShowAsync(Func<Action<ImportPace>, Task<ImportSummary>> import) => import(Report);

    private void Report(ImportPace pace)
    {
        if (clock.GetElapsedTime(last) < Between)
        {
            return;
        }

        last = clock.GetTimestamp();
        TimeSpan elapsed = clock.GetElapsedTime(started);
        TimeSpan left = pace.Fraction > 0 ? elapsed * ((1 - pace.Fraction) / pace.Fraction) : TimeSpan.Zero;
        error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{pace.Rows:N0} rows, {pace.Rows / elapsed.TotalSeconds:N0} a second, {pace.Fraction:P0} of the file, about {left:hh\\:mm\\:ss} left"));
    }
}
