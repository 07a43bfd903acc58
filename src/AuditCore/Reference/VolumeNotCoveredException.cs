namespace AuditCore.Reference;

/// <summary>A volume was asked of a force or a date that the volume set does not cover. Volumes are never extrapolated.</summary>
public sealed class VolumeNotCoveredException : Exception
{
    internal VolumeNotCoveredException(string version, string force, DateOnly to, VolumeCoverage? coverage)
        : base(Describe(version, force, to, coverage)) =>
        (Version, Force, To, Coverage) = (version, force, to, coverage);

    /// <summary>Name of the volume set.</summary>
    public string Version { get; }

    /// <summary>Slug of the force asked for.</summary>
    public string Force { get; }

    /// <summary>End of the 12 months asked for.</summary>
    public DateOnly To { get; }

    /// <summary>The dates covered for the force; null when the set has no figures of it.</summary>
    public VolumeCoverage? Coverage { get; }

    private static string Describe(string version, string force, DateOnly to, VolumeCoverage? coverage) => coverage is null
        ? $"volume set {version} has no figures of force '{force}'"
        : FormattableString.Invariant(
            $"{to:yyyy-MM-dd} is outside volume set {version}, which covers {force} from {coverage.First:yyyy-MM-dd} to {coverage.Last:yyyy-MM-dd}");
}
