using System.Data.Common;
using AuditServer.Audits;
using AuditServer.Incidents;
using AuditServer.Ledger;
using AuditServer.Rates;
using AuditServer.Redactions;
using AuditServer.Security.Accesses;
using AuditServer.Sequencing;

namespace AuditServer.Storage.Sqlite;

/// <summary>A turn on the embedded engine.</summary>
internal sealed class SqliteLogTurn : ILogTurn
{
    private readonly SqliteWriter writer;
    private readonly SqliteDatabase database;
    private readonly Action discard;
    private bool committed;

    private SqliteLogTurn(SqliteWriter writer, LogHead head, SqliteDatabase database, Action discard)
    {
        this.writer = writer;
        this.database = database;
        this.discard = discard;
        Head = head;
        Incidents = new SqliteIncidentWrites(writer, database, head);
        Audits = new SqliteAuditWrites(writer);
        Volumes = new SqliteVolumeWrites(writer);
        Ledger = new SqliteLedgerWrites(writer);
        PublicTables = new SqlitePublicTableWrites(writer);
        Redactions = new SqliteRedactionWrites(writer);
        Accesses = new SqliteAccessWrites(writer);
    }

    public LogHead Head { get; }

    public IIncidentWrites Incidents { get; }

    public IAuditWrites Audits { get; }

    public IVolumeWrites Volumes { get; }

    public ILedgerWrites Ledger { get; }

    public IPublicTableWrites PublicTables { get; }

    public IRedactionWrites Redactions { get; }

    public IAccessWrites Accesses { get; }

    /// <summary>
    /// Begins the transaction by statement, not by the provider's transaction object, which every prepared command would
    /// have to be told of.
    /// </summary>
    /// <param name="writer">The writing connection. When this throws, it is of no more use.</param>
    /// <param name="database">The file.</param>
    /// <param name="schemaVersion">The version of the schema that this program works with.</param>
    /// <param name="discard">Gives the writing connection up.</param>
    public static SqliteLogTurn Begin(SqliteWriter writer, SqliteDatabase database, int schemaVersion, Action discard)
    {
        writer.Statement("begin-turn").Run();
        database.RequireFile();
        using DbDataReader head = writer.Query("take-turn").Read();
        head.Read();
        if (head.GetInt32(2) != schemaVersion)
        {
            throw new SchemaMismatchException(head.GetInt32(2), schemaVersion);
        }

        byte[]? root = head.IsDBNull(3) ? null : head.GetFieldValue<byte[]>(3);
        return new SqliteLogTurn(writer, new LogHead(head.GetInt64(0), head.GetInt64(1), root), database, discard);
    }

    public ValueTask<IReadOnlyDictionary<RequestKey, KnownEntry>> FindEntriesAsync(
        IReadOnlyCollection<RequestKey> keys, CancellationToken cancel)
    {
        var used = new List<(RequestKey Key, long Source)>();
        ISqliteStatement find = writer.Statement("find-entry-of-source", "source_id", "request_id");
        foreach (RequestKey key in keys)
        {
            // Hardly any is: whoever sends again what was stored already does so after a failure.
            if (writer.FindSource(key.Force, key.SourceSystem) is { } source && find.RunForNumber(source, key.RequestId) is not null)
            {
                used.Add((key, source));
            }
        }

        var found = new Dictionary<RequestKey, KnownEntry>(used.Count);
        foreach (IGrouping<long, RequestKey> ofSource in used.GroupBy(u => u.Source, u => u.Key))
        {
            ReadEntries(ofSource.Key, ofSource.ToDictionary(k => k.RequestId), found);
        }

        return ValueTask.FromResult<IReadOnlyDictionary<RequestKey, KnownEntry>>(found);
    }

    public ValueTask AppendAsync(IReadOnlyList<Entry> entries, CancellationToken cancel)
    {
        try
        {
            Append(entries);
        }
        catch (DbException taken) when (SqliteFailures.IsTaken(taken))
        {
            throw new TurnLostException(taken);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask CommitAsync(LogHead head, CancellationToken cancel)
    {
        writer.Statement("move-head", "size", "accepted_micros", "root").Run(head.Size, head.AcceptedMicros, head.Root);
        writer.Statement("commit-turn").Run();
        // Durable in a file that nobody finds again is not durable: nobody is told so.
        database.RequireFile();
        committed = true;
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// A turn that was left empty is rolled back. One that failed is undone by closing its connection: whether SQLite has
    /// rolled it back by itself, as it does when the disk is full, need not be known. Never throws: a turn is disposed of
    /// while the failure that ended it is on its way to the callers.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        if (!committed && !(writer.IsSound && Undo()))
        {
            discard();
        }

        return ValueTask.CompletedTask;
    }

    private bool Undo()
    {
        try
        {
            writer.Statement("undo-turn").Run();
        }
#pragma warning disable CA1031 // Nothing is lost with it: the connection is closed, which undoes the turn.
        catch (Exception)
        {
            return false;
        }
#pragma warning restore CA1031

        // Ids given to sending systems in this turn are undone with it.
        writer.ForgetSources();
        return true;
    }

    private void Append(IReadOnlyList<Entry> entries)
    {
        ISqliteStatement entry = writer.Statement(
            "append-entry", "entry_index", "kind", "source_id", "request_id", "accepted_micros", "digest");
        ISqliteStatement payload = writer.Statement("append-payload", "entry_index", "salt", "payload");
        ISqliteStatement ofIncident = writer.Statement("append-incident-entry", "incident_id", "entry_index");
        foreach (Entry e in entries)
        {
            long source = writer.SourceId(e.Key.Force, e.Key.SourceSystem);
            entry.Run(e.Index, (int)e.Kind, source, e.Key.RequestId, e.AcceptedMicros, e.Digest);
            if (e.RedactedBy is { } redaction)
            {
                writer.AppendResidue(e.Index, redaction, e.Payload);
            }
            else
            {
                payload.Run(e.Index, e.Salt, e.Payload);
            }

            if (e.IncidentId is { } incident)
            {
                ofIncident.Run(incident, e.Index);
            }
        }
    }

    private void ReadEntries(long source, Dictionary<string, RequestKey> keys, Dictionary<RequestKey, KnownEntry> found)
    {
        using DbDataReader row = writer.Query("find-entries", "source_id", "request_ids").Read(source, SqliteNames.Json(keys.Keys));
        while (row.Read())
        {
            found.Add(
                keys[row.GetString(0)],
                new KnownEntry(row.GetInt64(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3), row.IsDBNull(4) ? null : row.GetInt64(4)));
        }
    }
}
