using System.Globalization;

namespace AuditServer.Moving;

/// <summary>Tells how far a move is: a line a second.</summary>
/// <param name="output">Where lines go.</param>
/// <param name="clock">Says when a second is over.</param>
internal sealed class MoveProgress(TextWriter output, TimeProvider clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly long started = clock.GetTimestamp();
    private long last = clock.GetTimestamp();
    private long entries;

    /// <summary>How many entries there are; null while that is not known.</summary>
    public long? Total { get; set; }

    /// <summary>Says that this many further entries are done, up to and with one.</summary>
    public void Report(int further, long lastIndex)
    {
        entries += further;
        if (clock.GetElapsedTime(last) < Between)
        {
            return;
        }

        last = clock.GetTimestamp();
        string of = Total is { } total ? string.Create(CultureInfo.InvariantCulture, $"/{total:N0}") : "";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{lastIndex + 1:N0}{of} entries, {entries / clock.GetElapsedTime(started).TotalSeconds:N0} a second"));
    }
}
