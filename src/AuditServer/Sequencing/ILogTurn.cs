using AuditServer.Audits;
using AuditServer.Incidents;
using AuditServer.Ledger;
using AuditServer.Rates;
using AuditServer.Redactions;
using AuditServer.Security.Accesses;

namespace AuditServer.Sequencing;

/// <summary>One turn of writing: a transaction that holds the head. Disposed without a commit, nothing happened.</summary>
internal interface ILogTurn : IAsyncDisposable
{
    /// <summary>Where the log ended when the turn began.</summary>
    LogHead Head { get; }

    /// <summary>What incidents need written.</summary>
    IIncidentWrites Incidents { get; }

    /// <summary>What audits need written.</summary>
    IAuditWrites Audits { get; }

    /// <summary>What volumes need written.</summary>
    IVolumeWrites Volumes { get; }

    /// <summary>What the tree needs written.</summary>
    ILedgerWrites Ledger { get; }

    /// <summary>What public tables need written.</summary>
    IPublicTableWrites PublicTables { get; }

    /// <summary>What redactions need written.</summary>
    IRedactionWrites Redactions { get; }

    /// <summary>What the access log needs written.</summary>
    IAccessWrites Accesses { get; }

    /// <summary>Finds the entries that hold any of these request keys.</summary>
    ValueTask<IReadOnlyDictionary<RequestKey, KnownEntry>> FindEntriesAsync(IReadOnlyCollection<RequestKey> keys, CancellationToken cancel);

    /// <summary>Appends entries at dense indexes from the head's size. A taken index is a lost turn and throws.</summary>
    ValueTask AppendAsync(IReadOnlyList<Entry> entries, CancellationToken cancel);

    /// <summary>Moves the head and makes the turn durable.</summary>
    ValueTask CommitAsync(LogHead head, CancellationToken cancel);
}
