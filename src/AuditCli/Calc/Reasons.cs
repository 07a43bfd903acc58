using AuditCore.Estimation;

namespace AuditCli.Calc;

/// <summary>Tells on standard error why something in an answer is missing or is not what it seems.</summary>
internal static class Reasons
{
    /// <summary>Writes a note, when there is a reason.</summary>
    public static void Note(TextWriter error, string about, EstimateReason reason, IReadOnlyList<string> concerned)
    {
        if (Text(reason) is string text)
            error.WriteLine($"note: {about}: {text}{(concerned.Count == 0 ? "" : $" ({string.Join("; ", concerned)})")}");
    }

    private static string? Text(EstimateReason reason) => reason switch
    {
        EstimateReason.None => null,
        EstimateReason.UnreviewedStratum => "UNREVIEWED_STRATUM, nothing speaks for a stratum: no estimate",
        EstimateReason.NothingRequired => "NOTHING_REQUIRED, no crime in the denominator: no estimate",
        EstimateReason.NothingRecorded => "NOTHING_RECORDED, a group's volume cannot be projected from a rate of 0: no estimate",
        EstimateReason.Census => "CENSUS, everything was reviewed: no sampling interval",
        EstimateReason.NoDegreesOfFreedom => "NO_DEGREES_OF_FREEDOM, one report a stratum: no estimate",
        EstimateReason.SingletonStratum => "SINGLETON_STRATUM, one report stands for a whole stratum: no standard error",
        EstimateReason.Degenerate => "DEGENERATE, the sample does not vary: its standard error of 0 is not certainty, see 'calc interval'",
        _ => reason.ToString(),
    };
}
