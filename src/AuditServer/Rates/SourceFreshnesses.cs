using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;

namespace AuditServer.Rates;

/// <summary>How fresh the figures of live answers are: a dead feed must not look like a failing force.</summary>
internal sealed class SourceFreshnesses(IOptions<RateOptions> options)
{
    /// <summary>How fresh a force's systems are.</summary>
    public IEnumerable<SourceFreshness> Of(IReadOnlyList<SourceRow> sources, DateTimeOffset now) => sources.Select(s => Of(s, now));

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
    private DateTimeOffset StaleFrom(SourceRow source) => Micros.ToTime(source.LastAcceptedMicros + 1) + options.Value.StaleAfter;
}
