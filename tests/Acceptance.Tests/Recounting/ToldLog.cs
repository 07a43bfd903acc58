using System.Text.Json;
using Acceptance.Tests.Instances;
using Acceptance.Tests.Support;
using AuditServer.Rates;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace Acceptance.Tests.Recounting;

/// <summary>The entries of a log of incidents alone, as an export has them.</summary>
internal sealed class ToldLog(IReadOnlyList<HistoryEntry> entries)
{
    private static readonly TimeSpan StaleAfter = new RateOptions().StaleAfter;

    public int Size => entries.Count;

    public IReadOnlyList<HistoryEntry> Entries => entries;

    public IEnumerable<IncidentUpdate> Updates => entries.Select(e => e.Update);

    public static Task<ToldLog> ReadAsync(ServiceUnderTest service, CancellationToken cancel) =>
        ReadAsync(service.FileOf("recounted.jsonl"), path => service.VerbAsync("export", path, "--quiet"), cancel);

    public static Task<ToldLog> ReadAsync(InstanceGroup group, CancellationToken cancel) =>
        ReadAsync(group.FileOf("recounted.jsonl"), path => group.VerbAsync("export", path, "--quiet"), cancel);

    private static async Task<ToldLog> ReadAsync(string path, Func<string, Task<VerbResult>> exportTo, CancellationToken cancel)
    {
        VerbResult export = await exportTo(path);
        Assert.True(export.Code == 0, export.Error);
        string[] lines = await File.ReadAllLinesAsync(path, cancel);
        return new ToldLog([.. lines[1..^1].Select(Read)]);
    }

    /// <summary>Every incident, recounted.</summary>
    public NaiveIncident[] Recount() =>
    [
        .. entries.GroupBy(e => (e.Update.Sender.Force, e.Update.Incident.SourceSystem, e.Update.Incident.Ref))
            .Select(g => new NaiveIncident([.. g])),
    ];

    /// <summary>When each sending system of a force was last heard of, and the last instant that it told of, at a time.</summary>
    public IEnumerable<SourceFreshness> Freshness(string force, DateTimeOffset now) => entries
        .Where(e => e.Update.Sender.Force == force)
        .GroupBy(e => e.Update.Sender.SourceSystem)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => new SourceFreshness
        {
            SourceSystem = g.Key,
            LastAcceptedTime = g.Max(e => e.AcceptedTime),
            LastEventTime = g.Where(e => e.Update.EventTime.Precision == TimePrecision.Instant).Max(e => e.Update.EventTime.Time),
            Stale = now - g.Max(e => e.AcceptedTime)!.ToDateTimeOffset() > StaleAfter,
        });

    private static HistoryEntry Read(string line)
    {
        using JsonDocument entry = JsonDocument.Parse(line);
        JsonElement root = entry.RootElement;
        Assert.Equal("incident", root.GetProperty("kind").GetString());
        DateTimeOffset accepted = DateTimeOffset.UnixEpoch.AddMicroseconds(root.GetProperty("accepted_micros").GetInt64());
        return new HistoryEntry
        {
            EntryIndex = root.GetProperty("index").GetInt64(),
            AcceptedTime = Timestamp.FromDateTimeOffset(accepted),
            Update = IncidentUpdate.Parser.ParseFrom(root.GetProperty("payload").GetBytesFromBase64()),
        };
    }
}
