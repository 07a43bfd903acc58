using System.Data.Common;
using AuditServer.Audits;
using AuditServer.Incidents;
using AuditServer.Ledger;
using AuditServer.Rates;
using AuditServer.Redactions;
using AuditServer.Security.Accesses;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>A turn on SQL Server: each statement takes its whole set at once, so a turn costs a few round trips whatever its size.</summary>
internal sealed class SqlServerLogTurn(SqlServerSession session, SqlServerSources sources, LogHead head) : ILogTurn
{
    public LogHead Head => head;

    public IIncidentWrites Incidents { get; } = new SqlServerIncidentWrites(session, sources);

    public IAuditWrites Audits { get; } = new SqlServerAuditWrites(session);

    public IVolumeWrites Volumes { get; } = new SqlServerVolumeWrites(session);

    public ILedgerWrites Ledger { get; } = new SqlServerLedgerWrites(session);

    public IPublicTableWrites PublicTables { get; } = new SqlServerPublicTableWrites(session);

    public IRedactionWrites Redactions { get; } = new SqlServerRedactionWrites(session);

    public IAccessWrites Accesses { get; } = new SqlServerAccessWrites(session);

    public async ValueTask<IReadOnlyDictionary<RequestKey, KnownEntry>> FindEntriesAsync(
        IReadOnlyCollection<RequestKey> keys, CancellationToken cancel)
    {
        await sources.FindAsync(session, keys.Select(k => (k.Force, k.SourceSystem)), cancel);
        RequestKey[] asked = [.. keys.Where(k => sources[k.Force, k.SourceSystem] is not null)];
        var found = new Dictionary<RequestKey, KnownEntry>();
        if (asked.Length == 0)
        {
            return found;
        }

        (long, string)[] rows = [.. asked.Select(k => (sources[k.Force, k.SourceSystem]!.Value, k.RequestId))];
        foreach (FoundEntry entry in await session.ReadAsync<FoundEntry>(Statements.FindEntries.With(TableTypes.RequestKeys.Rows(rows)), cancel))
        {
            found.Add(asked[entry.Ordinal], new KnownEntry(entry.EntryIndex, SqlTime.ToMicros(entry.Accepted), entry.Payload, entry.RedactedBy));
        }

        return found;
    }

    public async ValueTask AppendAsync(IReadOnlyList<Entry> entries, CancellationToken cancel)
    {
        await sources.EnsureAsync(session, [.. entries.Select(e => (e.Key.Force, e.Key.SourceSystem))], cancel);
        (long, Entry)[] rows = [.. entries.Select(e => (sources[e.Key.Force, e.Key.SourceSystem]!.Value, e))];
        try
        {
            await session.RunAsync(Statements.AppendEntries.With(TableTypes.NewEntries.Rows(rows)), cancel);
        }
        catch (DbException taken) when (SqlServerFailures.IsTaken(taken))
        {
            throw new TurnLostException(taken);
        }
    }

    public async ValueTask CommitAsync(LogHead head, CancellationToken cancel)
    {
        await session.RunAsync(Statements.MoveHead.With(head.Size, SqlTime.Of(head.AcceptedMicros), head.Root), cancel);
        await session.CommitAsync(cancel);
        sources.Keep();
    }

    public ValueTask DisposeAsync()
    {
        // After a commit there is nothing left to forget.
        sources.Forget();
        return session.DisposeAsync();
    }

    private sealed class FoundEntry
    {
        public int Ordinal { get; init; }

        public long EntryIndex { get; init; }

        public DateTime Accepted { get; init; }

        public byte[] Payload { get; init; } = [];

        public long? RedactedBy { get; init; }
    }
}
