namespace AuditClient.Tests.Spooling;

/// <summary>What tests of spools say often.</summary>
internal static class SpoolTesting
{
    /// <summary>Nobody listens there: the service is away.</summary>
    public static CrimeAuditClient Away() => CrimeAuditClient.Connect("http://127.0.0.1:1", "a-token");

    public static IncidentWriter Open(this CrimeAuditClient client, SpoolOptions spool, Action<IncidentWriterOptions>? configure = null)
    {
        IncidentWriterOptions options = new()
        {
            Spool = spool,
            InitialBackoff = TimeSpan.FromMilliseconds(1),
            MaxBackoff = TimeSpan.FromMilliseconds(50),
        };
        configure?.Invoke(options);
        return client.Incidents.OpenWriter(options);
    }

    /// <summary>Writes updates into a spool while the service is away, and ends as a process does that is killed.</summary>
    public static async Task LeaveAsync(SpoolOptions spool, int from, int to)
    {
        await using CrimeAuditClient client = Away();
        await using IncidentWriter writer = client.Open(spool);
        await writer.WriteAsync(from, to).Soon();
        writer.Abort();
    }

    /// <summary>Opens a spool, and says what was found.</summary>
    public static SpoolRecovery Recover(SpoolOptions spool)
    {
        SpoolRecovery? found = null;
        SpoolOptions asking = spool.Clone();
        asking.OnRecovered = recovery => found = recovery;
        using Spool opened = Spool.Open(asking);
        return found!;
    }

    /// <summary>Request ids of what a spool holds without a result.</summary>
    public static IEnumerable<string> Held(SpoolOptions spool)
    {
        using Spool opened = Spool.Open(spool);
        return [.. opened.Unacknowledged().Select(update => IncidentUpdate.Parser.ParseFrom(update).Sender.RequestId)];
    }

    /// <summary>Ids of everything that a server received, in order.</summary>
    public static IEnumerable<string> Received(this FakeServer server) => server.Incidents.Streams.SelectMany(stream => stream.RequestIds);
}
