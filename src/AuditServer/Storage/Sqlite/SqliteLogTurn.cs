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
    private readonly SqliteTransaction transaction;
    private bool committed;

    private SqliteLogTurn(SqliteWriter writer, SqliteTransaction transaction, LogHead head)
    {
        this.writer = writer;
        this.transaction = transaction;
        Head = head;
        Incidents = new SqliteIncidentWrites(writer);
        Audits = new SqliteAuditWrites(writer);
        Volumes = new SqliteVolumeWrites(writer);
    }

    public LogHead Head { get; }

    public IIncidentWrites Incidents { get; }

    public IAuditWrites Audits { get; }

    public IVolumeWrites Volumes { get; }

    public static SqliteLogTurn Begin(SqliteWriter writer)
    {
        SqliteTransaction transaction = writer.Connection.BeginTransaction(deferred: false);
        using SqliteDataReader head = writer.Statement("take-turn").Read();
        head.Read();
        return new SqliteLogTurn(writer, transaction, new LogHead(head.GetInt64(0), head.GetInt64(1)));
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
        transaction.Commit();
        committed = true;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        if (!committed)
        {
            // Also after an empty turn: cheap, and it cannot keep anything of a failed one.
            writer.ForgetSources();
        }
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
