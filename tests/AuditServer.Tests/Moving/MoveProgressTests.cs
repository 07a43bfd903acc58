using AuditServer.Moving;
using Microsoft.Extensions.Time.Testing;

namespace AuditServer.Tests.Moving;

public sealed class MoveProgressTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly StringWriter output = new();

    [Fact]
    public void A_line_is_told_once_a_second_and_the_rate_is_of_this_run()
    {
        var progress = new MoveProgress(output, clock) { Total = 100_000 };
        Report(progress, 0.9, 1_000, 50_999);
        Assert.Equal("", output.ToString());
        Report(progress, 0.1, 1_000, 51_999);
        Report(progress, 0.5, 1_000, 52_999);
        Report(progress, 0.5, 1_000, 53_999);
        Assert.Equal(["52,000/100,000 entries, 2,000 a second", "54,000/100,000 entries, 2,000 a second"], Lines());
    }

    [Fact]
    public void What_the_whole_is_may_not_be_known()
    {
        Report(new MoveProgress(output, clock), 2, 500, 499);
        Assert.Equal(["500 entries, 250 a second"], Lines());
    }

    private string[] Lines() => output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private void Report(MoveProgress progress, double seconds, int entries, long last)
    {
        clock.Advance(TimeSpan.FromSeconds(seconds));
        progress.Report(entries, last);
    }
}
