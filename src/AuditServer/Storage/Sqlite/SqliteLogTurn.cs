using AuditServer.Audits;
using AuditServer.Incidents;
using AuditServer.Rates;
using AuditServer.Sequencing;
using Microsoft.Data.Sqlite;

namespace AuditServer.Storage.Sqlite;

/// <summary>A turn on the embedded engine.</summary>
internal sealed class SqliteLogTurn : ILogTurn
{
    private readonly SqliteWriter writer;
    private bool committed;

    private SqliteLogTurn(SqliteWriter writer, LogHead head)
    {
        this.writer = writer;
        Head = head;
        Incidents = new SqliteIncidentWrites(writer);
        Audits = new SqliteAuditWrites(writer);
        Volumes = new SqliteVolumeWrites(writer);
    }

    public LogHead Head { get; }

    public IIncidentWrites Incidents { get; }

    public IAuditWrites Audits { get; }

    public IVolumeWrites Volumes { get; }

    /// <summary>
    /// Begins the transaction by statement, not by the provider's transaction object, which every prepared command would
    /// have to be told of.
    /// </summary>
    public static SqliteLogTurn Begin(SqliteWriter writer)
    {
        writer.Statement("begin-turn").Run();
        try
        {
            using SqliteDataReader head = writer.Statement("take-turn").Read();
            head.Read();
            return new SqliteLogTurn(writer, new LogHead(head.GetInt64(0), head.GetInt64(1)));
        }
        catch
        {
            writer.Undo();
            throw;
        }
    }

    public ValueTask<IReadOnlyDictionary<RequestKey, KnownEntry>> FindEntriesAsync(
        IReadOnlyCollection<RequestKey> keys, CancellationToken cancel)
    {
        var found = new Dictionary<RequestKey, KnownEntry>();
        foreach (RequestKey key in keys)
        {
            if (FindEntry(key) is { } entry)
            {
                found.Add(key, entry);
            }
        }

        return ValueTask.FromResult<IReadOnlyDictionary<RequestKey, KnownEntry>>(found);
    }

    public ValueTask AppendAsync(IReadOnlyList<Entry> entries, CancellationToken cancel)
    {
        SqliteStatement entry = writer.Statement(
            "append-entry", "entry_index", "kind", "source_id", "request_id", "accepted_micros", "digest");
        SqliteStatement payload = writer.Statement("append-payload", "entry_index", "salt", "payload");
        SqliteStatement ofIncident = writer.Statement("append-incident-entry", "incident_id", "entry_index");
        foreach (Entry e in entries)
        {
            long source = writer.SourceId(e.Key.Force, e.Key.SourceSystem);
            entry.Run(e.Index, (int)e.Kind, source, e.Key.RequestId, e.AcceptedMicros, e.Digest);
            payload.Run(e.Index, e.Salt, e.Payload);
            if (e.IncidentId is { } incident)
            {
                ofIncident.Run(incident, e.Index);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask CommitAsync(LogHead head, CancellationToken cancel)
    {
        writer.Statement("move-head", "size", "accepted_micros").Run(head.Size, head.AcceptedMicros);
        writer.Statement("commit-turn").Run();
        committed = true;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        if (!committed)
        {
            // Ids given to sending systems in this turn are undone with it.
            writer.ForgetSources();
            writer.Undo();
        }

        return ValueTask.CompletedTask;
    }

    private KnownEntry? FindEntry(RequestKey key)
    {
        if (writer.FindSource(key.Force, key.SourceSystem) is not { } source)
        {
            return null;
        }

        using SqliteDataReader row = writer.Statement("find-entry", "source_id", "request_id").Read(source, key.RequestId);
        return row.Read() ? new KnownEntry(row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)) : null;
    }
}
