using System.Globalization;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Audits.Reading;

/// <summary>The progress of an audit as bars: of each stratum what is settled.</summary>
internal sealed class AuditBars(ProgressContext context)
{
    private readonly Dictionary<string, ProgressTask> bars = new(StringComparer.Ordinal);

    /// <summary>A change on one line.</summary>
    public static string Line(WatchedAudit audit) => string.Create(
        CultureInfo.InvariantCulture,
        $"{AuditText.StateOf(audit.State)}: {audit.Drawn} drawn; {string.Join(", ", AuditText.Places(audit.Progress ?? new()).Where(p => p.Items > 0).Select(p => $"{p.Items} {p.State}"))}");

    public async Task FollowAsync(IAsyncEnumerable<WatchedAudit> changes, CancellationToken cancel)
    {
        await foreach (WatchedAudit change in changes.WithCancellation(cancel))
        {
            foreach (FrameStratum stratum in change.Strata)
            {
                Show(stratum);
            }
        }
    }

    private void Show(FrameStratum stratum)
    {
        if (!bars.TryGetValue(stratum.Name, out ProgressTask? bar))
        {
            bar = context.AddTask(Markup.Escape(stratum.Name));
            bars.Add(stratum.Name, bar);
        }

        bar.MaxValue = Math.Max(1, stratum.SampleSize);
        bar.Value = stratum.SampleSize - AuditText.Open(stratum.Progress);
    }
}
