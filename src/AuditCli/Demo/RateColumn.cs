using System.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AuditCli.Demo;

/// <summary>How many a second, since the start.</summary>
internal sealed class RateColumn(long started) : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new Text(seconds > 0 ? FormattableString.Invariant($"{task.Value / seconds:N0}/s") : "");
    }
}
