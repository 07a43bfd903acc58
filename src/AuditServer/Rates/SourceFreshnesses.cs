using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;

namespace AuditServer.Rates;

/// <summary>
/// How fresh the figures of live answers are: a dead feed must not look like a failing force, nor one that never began like a
/// perfect one.
/// </summary>
internal sealed class SourceFreshnesses(IOptions<RateOptions> options)
{
    private readonly ILookup<string, string> expected = options.Value.ExpectedSystems
        .Select(e => e.Split('/', 2)).ToLookup(e => e[0], e => e[1], StringComparer.Ordinal);

    /// <summary>How fresh a force's systems are, in ordinal order; those that are expected and were never heard of among them.</summary>
    public IEnumerable<SourceFreshness> Of(string force, IReadOnlyList<SourceRow> sources, DateTimeOffset now) => sources
        .Select(s => Of(s, now))
        .Concat(expected[force].Distinct(StringComparer.Ordinal)
            .Where(system => sources.All(s => s.SourceSystem != system))
            .Select(system => new SourceFreshness { SourceSystem = system, Stale = true }))
        .OrderBy(s => s.SourceSystem, StringComparer.Ordinal);

    /// <summary>When the next of them becomes stale if it is not heard of before; null: none will.</summary>
    public DateTimeOffset? ChangesAt(IReadOnlyList<SourceRow> sources, DateTimeOffset now) =>
        sources.Select(StaleFrom).Where(from => from > now).Select(from => (DateTimeOffset?)from).Min();

    private SourceFreshness Of(SourceRow source, DateTimeOffset now) => new()
    {
        SourceSystem = source.SourceSystem,
        LastAcceptedTime = Micros.ToTime(source.LastAcceptedMicros).ToTimestamp(),
        LastEventTime = source.LastEventMicros is { } micros ? Micros.ToTime(micros).ToTimestamp() : null,
        Stale = now >= StaleFrom(source),
    };

    /// <summary>From when on a system is stale if it is not heard of before: the microsecond after the configured age.</summary>
    private DateTimeOffset StaleFrom(SourceRow source)
    {
        TimeSpan age = options.Value.StaleAfterBySystem.TryGetValue(source.SourceSystem, out TimeSpan own) ? own : options.Value.StaleAfter;
        DateTimeOffset silent = Micros.ToTime(source.LastAcceptedMicros + 1) + age;
        if (options.Value.StaleEventsAfter is not { } lag || source.LastEventMicros is not { } last)
        {
            return silent;
        }

        DateTimeOffset behind = Micros.ToTime(last + 1) + lag;
        return behind < silent ? behind : silent;
    }
}
