using AuditCore.Recording;
using Bench.Load;
using BenchmarkDotNet.Attributes;
using CrimeAudit.V1;
using Google.Protobuf;

namespace Bench.Micro;

/// <summary>The state of an incident from its three updates.</summary>
public class Folds
{
    private static readonly PublishedReference Reference = new();
    private readonly LoggedUpdate[] updates;
    private readonly byte[][] stored;

    /// <summary>Takes the first sample incident that has all three.</summary>
    public Folds()
    {
        updates = [.. SampleUpdates.TakeByIncident(5).Skip(2).Select((u, i) => new LoggedUpdate(i, SampleUpdates.Start, u))];
        stored = [.. updates.Select(u => u.Update.ToByteArray())];
    }

    /// <summary>As the server does it.</summary>
    [Benchmark(Description = "fold of an incident of three updates")]
    public object Fold() => IncidentFold.Of(updates, Reference);

    /// <summary>Reading the stored updates, without which there is nothing to fold.</summary>
    [Benchmark(Baseline = true, Description = "parsing the three updates")]
    public int Parse() => stored.Sum(bytes => IncidentUpdate.Parser.ParseFrom(bytes).Incident.Ref.Length);
}
