using System.Diagnostics;
using Spectre.Console;

namespace AuditCli.Demo;

/// <summary>A progress bar with rate and time left; lines of text where there is no terminal.</summary>
internal sealed class TerminalProgress(IAnsiConsole console) : IDemoProgress
{
    public async Task RunAsync(string what, long total, Func<Action<long>, Task> run)
    {
        long started = Stopwatch.GetTimestamp();
        if (console.Profile.Out.IsTerminal)
        {
            await console.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(started), new RemainingTimeColumn())
                .StartAsync(async bars =>
                {
                    ProgressTask bar = bars.AddTask(Markup.Escape(what), maxValue: total);
                    await run(done => bar.Value = done);
                    bar.Value = total;
                });
        }
        else
        {
            await run(_ => { });
        }

        TimeSpan took = Stopwatch.GetElapsedTime(started);
        console.WriteLine(FormattableString.Invariant($"{what}: {total:N0} in {took.TotalSeconds:0.0} s ({total / took.TotalSeconds:N0}/s)"));
    }
}
