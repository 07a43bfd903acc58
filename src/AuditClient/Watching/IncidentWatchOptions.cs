using Microsoft.Extensions.Options;

namespace CrimeAudit.Client;

/// <summary>How a watch behaves when its stream ends. Read once, when the watch begins.</summary>
public sealed class IncidentWatchOptions
{
    /// <summary>Longest first pause before the stream is opened again; it doubles until a message comes. Default 200 ms.</summary>
    public TimeSpan InitialBackoff { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest pause before the stream is opened again, unless the service asks for a longer one. Default 5 s.</summary>
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// For how long to open streams again without a message before the watch fails with what ended the last one.
    /// Default <see cref="Timeout.InfiniteTimeSpan"/>: for ever.
    /// </summary>
    public TimeSpan GiveUpAfter { get; set; } = Timeout.InfiniteTimeSpan;

    /// <summary>
    /// Told why a stream ended, each time before the watch goes on by another. What it throws ends the watch.
    /// Null (the default): nobody is told.
    /// </summary>
    public Action<CrimeAuditException>? OnInterrupted { get; set; }

    /// <summary>A copy that later changes do not touch.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong; it names everything that is.</exception>
    internal IncidentWatchOptions Validated()
    {
        OptionProblems.ThrowIfAny<IncidentWatchOptions>(Problems());
        return (IncidentWatchOptions)MemberwiseClone();
    }

    private IEnumerable<string> Problems()
    {
        if (InitialBackoff <= TimeSpan.Zero || MaxBackoff < InitialBackoff)
        {
            yield return $"InitialBackoff is {InitialBackoff} and MaxBackoff {MaxBackoff}; they must be positive, in this order.";
        }

        if (GiveUpAfter <= TimeSpan.Zero && GiveUpAfter != Timeout.InfiniteTimeSpan)
        {
            yield return $"GiveUpAfter is {GiveUpAfter}; it must be positive or infinite.";
        }
    }
}
