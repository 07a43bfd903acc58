using System.Collections.Concurrent;
using AuditCore.Reference;
using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>A version of recorded-crime volumes, and where it was published.</summary>
internal sealed record VolumeSet(RecordedCrimeVolumes Volumes, string Source)
{
    public string Version => Volumes.Version;
}

/// <summary>Finds versions of recorded-crime volumes: the one shipped with the product, and those imported.</summary>
internal sealed class VolumeSets(IVolumeReads reads)
{
    private const string ShippedSource =
        "ONS and Home Office, police recorded crime open data tables by police force area, Open Government Licence v3.0";

    // A version never changes once it is imported.
    private readonly ConcurrentDictionary<string, VolumeSet> imported = new(StringComparer.Ordinal);

    /// <summary>Name of the version shipped with the product.</summary>
    public static string Shipped => RecordedCrimeVolumes.PublishedVersion;

    /// <summary>A version; null when it is not held.</summary>
    /// <param name="version">Its name; empty: the one shipped.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async ValueTask<VolumeSet?> FindAsync(string version, CancellationToken cancel)
    {
        if (version.Length == 0 || version == Shipped)
        {
            return new VolumeSet(RecordedCrimeVolumes.Published, ShippedSource);
        }

        if (!imported.TryGetValue(version, out VolumeSet? set) && await reads.ReadAsync(version, cancel) is { } stored)
        {
            var import = ImportVolumesRequest.Parser.ParseFrom(stored);
            set = imported.GetOrAdd(version, new VolumeSet(RecordedCrimeVolumes.FromRows(version, VolumeFigures.RowsOf(import)), import.Source));
        }

        return set;
    }

    /// <summary>A version that must be held.</summary>
    /// <exception cref="Fault">VOLUMES_NOT_AVAILABLE: names the versions held.</exception>
    public async ValueTask<VolumeSet> RequireAsync(string version, CancellationToken cancel) =>
        await FindAsync(version, cancel) ?? throw Faults.VolumesNotAvailable(
            $"Volumes version '{version}' is not held; those held are {string.Join(", ", await VersionsAsync(cancel))}.");

    /// <summary>Names of all versions held, the one shipped first.</summary>
    public async ValueTask<IReadOnlyList<string>> VersionsAsync(CancellationToken cancel) => [Shipped, .. await reads.ListAsync(cancel)];

    /// <summary>The volume of a force in the 12 months to a day.</summary>
    /// <exception cref="Fault">VOLUMES_NOT_AVAILABLE: names the range covered.</exception>
    public static CrimeVolume VolumeOf(VolumeSet set, string force, DateOnly to)
    {
        try
        {
            return set.Volumes.Volume(force, to);
        }
        catch (VolumeNotCoveredException uncovered)
        {
            throw Faults.VolumesNotAvailable(uncovered.Message);
        }
    }
}
