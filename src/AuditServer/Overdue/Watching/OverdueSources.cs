using System.Collections.Immutable;
using AuditCore.Recording;
using AuditServer.Rates;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Overdue.Watching;

/// <summary>
/// When each sending system was last heard of, as far as the clock has followed the log. The clock alone writes; watches read
/// what their heartbeats say.
/// </summary>
internal sealed class OverdueSources(SourceFreshnesses freshness)
{
    private readonly Dictionary<string, (string System, bool Stale)[]> told = new(StringComparer.Ordinal);
    private volatile ImmutableSortedDictionary<string, IReadOnlyList<SourceRow>> heard = Empty;

    private static ImmutableSortedDictionary<string, IReadOnlyList<SourceRow>> Empty { get; } =
        ImmutableSortedDictionary.Create<string, IReadOnlyList<SourceRow>>(StringComparer.Ordinal);

    /// <summary>The systems of a force that were heard of, in ordinal order.</summary>
    public IReadOnlyList<SourceRow> Of(string force) => heard.GetValueOrDefault(force) ?? [];

    /// <summary>Begins with what is stored. Nothing of it is news.</summary>
    public void Begin(IEnumerable<(string Force, IReadOnlyList<SourceRow> Sources)> stored, long nowMicros)
    {
        heard = Empty.AddRange(stored.Select(s => KeyValuePair.Create(s.Force, s.Sources)));
        told.Clear();
        foreach (string force in heard.Keys)
        {
            told[force] = Standing(force, nowMicros);
        }
    }

    /// <summary>Takes in that a system told something. What was stored already may come again.</summary>
    public void Hear(IncidentUpdate update, long acceptedMicros)
    {
        IReadOnlyList<SourceRow> known = Of(update.Sender.Force);
        string system = update.Sender.SourceSystem;
        SourceRow before = known.FirstOrDefault(s => s.SourceSystem == system) ?? new SourceRow { SourceSystem = system };
        long? instant = update.EventTime.Instant() is { } time ? Micros.Of(time) : null;
        var after = new SourceRow
        {
            SourceSystem = system,
            LastAcceptedMicros = Math.Max(before.LastAcceptedMicros, acceptedMicros),
            LastEventMicros = before.LastEventMicros > instant || instant is null ? before.LastEventMicros : instant,
        };
        heard = heard.SetItem(
            update.Sender.Force,
            [.. known.Where(s => s.SourceSystem != system).Append(after).OrderBy(s => s.SourceSystem, StringComparer.Ordinal)]);
    }

    /// <summary>The forces of which another system is silent, or heard of, than was told last.</summary>
    public IReadOnlyList<OverdueEvent> Changes(WatchPoint from, WatchPoint to)
    {
        var changes = new List<OverdueEvent>();
        foreach ((string force, IReadOnlyList<SourceRow> sources) in heard)
        {
            (string, bool)[] now = Standing(force, to.Micros);
            if (!now.AsSpan().SequenceEqual(told.GetValueOrDefault(force)))
            {
                told[force] = now;
                changes.Add(new FreshnessChanged(force, sources, from, to));
            }
        }

        return changes;
    }

    /// <summary>The last moment before the next system falls silent, if none of them is heard of; null: none will.</summary>
    public long? NextSilenceMicros(long nowMicros) => heard.Values
        .Select(sources => freshness.ChangesAt(sources, Micros.ToTime(nowMicros)))
        .Select(time => time is { } at ? Micros.Of(at) - 1 : (long?)null)
        .Min();

    private (string System, bool Stale)[] Standing(string force, long nowMicros) =>
        [.. freshness.Of(force, Of(force), Micros.ToTime(nowMicros)).Select(s => (s.SourceSystem, s.Stale))];
}
