using System.Globalization;
using AuditCore.Reference;
using AuditServer.Audits;
using AuditServer.Errors;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;
using GroupVolume = CrimeAudit.V1.GroupVolume;

namespace AuditServer.Rates;

/// <summary>Imports and lists recorded-crime volumes. They are national: the entry is of no force.</summary>
internal sealed class Volumes(Sequencer sequencer, VolumeSets sets)
{
    /// <summary>What stands in the place of the force where an entry is of none.</summary>
    public const string National = "national";

    private const string SourceSystem = "volumes";

    /// <summary>Adds a version, once.</summary>
    /// <exception cref="Fault">INVALID_FIELDS, VOLUMES_EXIST.</exception>
    public async Task<ImportVolumesResponse> ImportAsync(ImportVolumesRequest request)
    {
        VolumeFigures.Check(request);
        if (request.Version == VolumeSets.Shipped)
        {
            throw Faults.VolumesExist(request.Version);
        }

        byte[] stored = request.ToByteArray();
        return await sequencer.RunAsync((turn, cancel) => WriteAsync(turn, request.Version, stored, cancel));
    }

    /// <summary>Recorded crime of a force in the 12 months to a day, and what is held.</summary>
    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_FORCE, VOLUMES_NOT_AVAILABLE.</exception>
    public async Task<ListVolumesResponse> ListAsync(ListVolumesRequest request, CancellationToken cancel)
    {
        var violations = new Violations();
        DateOnly? to = violations.Day("to", request.To);
        violations.ThrowIfAny();
        if (Forces.Find(request.Force) is null)
        {
            throw Faults.UnknownForce(request.Force);
        }

        VolumeSet set = await sets.RequireAsync(request.Version, cancel);
        CrimeVolume volume = VolumeSets.VolumeOf(set, request.Force, to!.Value);
        VolumeCoverage coverage = set.Volumes.Coverage(request.Force)!;
        var response = new ListVolumesResponse
        {
            Total = volume.Total,
            Version = set.Version,
            Source = set.Source,
            CoveredFrom = coverage.First.ToString("O", CultureInfo.InvariantCulture),
            CoveredTo = coverage.Last.ToString("O", CultureInfo.InvariantCulture),
        };
        response.Groups.AddRange(VolumeGroups.All.Select(g => new GroupVolume { OffenceGroup = g.Message, Volume = volume.Of(g.Group) }));
        response.Versions.AddRange(await sets.VersionsAsync(cancel));
        return response;
    }

    /// <summary>Under which request key a version stands in the log.</summary>
    public static RequestKey KeyOf(string version) => new(National, SourceSystem, version);

    /// <summary>Writes a version that is new: the entry, and what the derived table makes of it. Decides nothing, so that a replay can use it.</summary>
    public static async ValueTask<Entry> AppendAsync(Turn turn, string version, byte[] stored, CancellationToken cancel)
    {
        Entry entry = turn.Append(EntryKind.Volumes, KeyOf(version), stored);
        turn.MarkWritten();
        await turn.Log.Volumes.AddAsync(version, entry.Index, cancel);
        return entry;
    }

    private static async ValueTask<ImportVolumesResponse> WriteAsync(Turn turn, string version, byte[] stored, CancellationToken cancel)
    {
        RequestKey key = KeyOf(version);
        IReadOnlyDictionary<RequestKey, KnownEntry> known = await turn.FindAsync([key], cancel);
        if (known.TryGetValue(key, out KnownEntry? first))
        {
            return first.Payload.AsSpan().SequenceEqual(stored)
                ? new ImportVolumesResponse { EntryIndex = first.Index, Replayed = true }
                : throw Faults.VolumesExist(version);
        }

        return new ImportVolumesResponse { EntryIndex = (await AppendAsync(turn, version, stored, cancel)).Index };
    }
}
