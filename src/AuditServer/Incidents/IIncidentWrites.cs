using AuditCore.Recording;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Incidents;

/// <summary>What incidents need of an engine inside a turn.</summary>
internal interface IIncidentWrites
{
    /// <summary>Finds incidents and all their stored updates.</summary>
    ValueTask<IReadOnlyDictionary<IncidentName, KnownIncident>> ReadAsync(IReadOnlyCollection<IncidentName> names, CancellationToken cancel);

    /// <summary>
    /// Finds incidents and all their stored updates as they stood when the turn began, on another thread and without the turn's
    /// connection.
    /// </summary>
    /// <param name="names">Which, some more than once; looked through on the other thread.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>What is found; null of an engine that cannot read the turn's moment but through the turn's connection.</returns>
    Task<IReadOnlyDictionary<IncidentName, KnownIncident>>? ReadBesideAsync(IEnumerable<IncidentName> names, CancellationToken cancel);

    /// <summary>Writes the derived rows of incidents whose state changed, replacing what was there.</summary>
    ValueTask SaveAsync(IReadOnlyList<IncidentRow> rows, CancellationToken cancel);

    /// <summary>Adds to the live counts, and marks the months of which any changes: by that, readers know what they need not read again.</summary>
    ValueTask AddToRollupsAsync(RollupDeltas deltas, CancellationToken cancel);

    /// <summary>Some incidents that a program wrote which did not count by further dimensions; none when there are no more.</summary>
    ValueTask<IReadOnlyList<IncidentName>> FindNotCountedAsync(int atMost, CancellationToken cancel);

    /// <summary>Notes that sending systems were heard of.</summary>
    ValueTask TouchSourcesAsync(IReadOnlyList<SourceTouch> touches, CancellationToken cancel);
}

/// <summary>An incident that the log knows already.</summary>
internal sealed record KnownIncident(long IncidentId, IReadOnlyList<StoredUpdate> Updates);

/// <summary>An update as stored.</summary>
/// <param name="Index">Index of its entry.</param>
/// <param name="AcceptedMicros">When it was accepted, µs since 1970 UTC.</param>
/// <param name="Payload">The stored bytes, or the residue of what was erased.</param>
/// <param name="RedactedBy">The entry that says that it was erased; null when it was not.</param>
internal readonly record struct StoredUpdate(long Index, long AcceptedMicros, byte[] Payload, long? RedactedBy = null)
{
    /// <summary>As the fold reads it.</summary>
    public LoggedUpdate ToLogged() => new(Index, Micros.ToTime(AcceptedMicros), IncidentUpdate.Parser.ParseFrom(Payload));
}

/// <summary>A sending system was heard of.</summary>
/// <param name="Force">Slug of the force.</param>
/// <param name="SourceSystem">The sending system.</param>
/// <param name="AcceptedMicros">When.</param>
/// <param name="EventMicros">The latest instant it told of; null when it told of none to the instant.</param>
internal readonly record struct SourceTouch(string Force, string SourceSystem, long AcceptedMicros, long? EventMicros);
