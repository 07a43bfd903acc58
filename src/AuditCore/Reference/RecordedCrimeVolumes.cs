namespace AuditCore.Reference;

/// <summary>
/// Police-recorded crime per force in the 12 months to any covered date, fraud excluded: the weights of offence groups, and the base of
/// "not recorded per year". Between two published period ends the volume is interpolated linearly in days; on a period end it is exact.
/// </summary>
/// <remarks>
/// Published set: ONS/Home Office police recorded crime open data tables by police force area, Open Government Licence v3.0; 12 months
/// to the end of March from 2003 to 2007, then to the end of every quarter until 2018-12-31. Before 2007 a date is interpolated between
/// figures that lie a year apart.
/// </remarks>
public sealed class RecordedCrimeVolumes
{
    /// <summary>Name of the volume set inside the product.</summary>
    public const string PublishedVersion = "ons-2018-12";

    // The shipped rows are not validated at every start: a test proves that they have no problems.
    private static readonly Lazy<RecordedCrimeVolumes> LazyPublished =
        new(() => EmbeddedData.Read(
            EmbeddedData.RecordedCrime, text => new RecordedCrimeVolumes(PublishedVersion, RecordedCrimeFile.Parse(text).Rows)));

    private readonly IReadOnlyDictionary<string, VolumeSeries> _series;

    private RecordedCrimeVolumes(string version, IEnumerable<VolumeRow> rows)
    {
        Version = version;
        _series = VolumeSeries.ByForce(rows);
        Forces = [.. _series.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The set inside the product, read on first use.</summary>
    public static RecordedCrimeVolumes Published => LazyPublished.Value;

    /// <summary>Name of this set, to be named with every figure that rests on it.</summary>
    public string Version { get; }

    /// <summary>Slugs of the forces that it has figures of, in ordinal order.</summary>
    public IReadOnlyList<string> Forces { get; }

    /// <summary>Makes a set from rows, of any number of forces.</summary>
    /// <param name="version">Name of the set, not blank.</param>
    /// <param name="rows">The rows, in any order.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ReferenceDataException">The rows do not make a set; all problems that <see cref="VolumeValidator"/> finds.</exception>
    public static RecordedCrimeVolumes FromRows(string version, IReadOnlyList<VolumeRow> rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ReferenceDataException.ThrowIfAny($"Volume set {version}", VolumeValidator.Validate(rows));
        return new(version, rows);
    }

    /// <summary>The dates covered for a force.</summary>
    /// <param name="force">Slug of the force.</param>
    /// <returns>First and last date; null when the set has no figures of the force.</returns>
    public VolumeCoverage? Coverage(string force) => _series.GetValueOrDefault(force)?.Coverage;

    /// <summary>The period ends with figures of a force: where the volume is exact.</summary>
    /// <param name="force">Slug of the force.</param>
    /// <returns>The dates in order; empty when the set has no figures of the force.</returns>
    public IReadOnlyList<DateOnly> PeriodEnds(string force) => _series.GetValueOrDefault(force)?.Ends ?? [];

    /// <summary>Crimes recorded in the 12 months to a date.</summary>
    /// <param name="force">Slug of the force.</param>
    /// <param name="to">Last day of the 12 months.</param>
    /// <returns>The volume, per group and in total.</returns>
    /// <exception cref="VolumeNotCoveredException">
    /// The set has no figures of the force, or the date is outside them; names the range
    /// covered.
    /// </exception>
    public CrimeVolume Volume(string force, DateOnly to) =>
        _series.GetValueOrDefault(force)?.At(to) ?? throw new VolumeNotCoveredException(Version, force, to, Coverage(force));
}
