using AuditServer.Ledger;
using AuditServer.Redactions;

namespace AuditServer.Sequencing;

/// <summary>A turn as the features see it: the transaction, the accepted time, and the next index.</summary>
internal sealed class Turn
{
    private readonly List<Entry> appended = [];
    private readonly List<Task<byte[]>> leaves = [];
    private readonly List<Residue> erased = [];
    private readonly Dictionary<RequestKey, KnownEntry> fresh = [];
    private readonly IEntryStamps stamps;
    private readonly ILogTree tree;
    private int written;

    /// <summary>A live turn.</summary>
    public Turn(ILogTurn log, ILogTree tree, DateTimeOffset now, ISaltSource salts)
        // A clock that steps back must not make the log's times do so.
        : this(log, tree, new LiveStamps(Math.Max(Micros.Of(now), log.Head.AcceptedMicros), salts))
    {
    }

    /// <summary>A turn whose entries are stamped by somebody else.</summary>
    public Turn(ILogTurn log, ILogTree tree, IEntryStamps stamps)
    {
        Log = log;
        this.tree = tree;
        this.stamps = stamps;
    }

    /// <summary>The transaction.</summary>
    public ILogTurn Log { get; }

    /// <summary>When the next entry is accepted, µs since 1970 UTC.</summary>
    public long AcceptedMicros => stamps.AcceptedMicros;

    /// <summary>The index that the next entry gets; also the log's size as of now.</summary>
    public long NextIndex => Log.Head.Size + appended.Count;

    /// <summary>Entries of this turn so far.</summary>
    public IReadOnlyList<Entry> Appended => appended;

    /// <summary>Nothing was appended or written yet: the turn sees what was committed before it.</summary>
    public bool IsUntouched => appended.Count == 0 && erased.Count == 0 && Writes == 0;

    /// <summary>How often derived tables were written: a step that is refused after that must undo the turn.</summary>
    public int Writes { get; private set; }

    /// <summary>Says that a derived table is being written.</summary>
    public void MarkWritten() => Writes++;

    /// <summary>Appends an entry at the next index.</summary>
    public Entry Append(EntryKind kind, RequestKey key, byte[] payload, long? incidentId = null, EntrySeal? seal = null)
    {
        (long accepted, EntrySeal sealedBy, long? redactedBy) = stamps.Next(payload, seal);
        var entry = new Entry(NextIndex, kind, key, accepted, sealedBy.Salt, payload, sealedBy.Digest, incidentId, redactedBy);
        appended.Add(entry);
        fresh.Add(key, new KnownEntry(entry.Index, accepted, payload, redactedBy));
        return entry;
    }

    /// <summary>
    /// Leaves of entries, older or of this turn, a residue. Their payloads are erased once all entries of the turn are appended: the
    /// engine lets none go but with the entry that says so.
    /// </summary>
    public void Erase(IReadOnlyList<Residue> residues) => erased.AddRange(residues);

    /// <summary>The entry by which another was erased in this turn; null when it was not.</summary>
    public long? ErasedBy(long index) => erased.Find(r => r.EntryIndex == index)?.RedactedBy;

    /// <summary>Finds the entries, older or of this turn, that hold any of these request keys.</summary>
    public async ValueTask<IReadOnlyDictionary<RequestKey, KnownEntry>> FindAsync(IReadOnlyCollection<RequestKey> keys, CancellationToken cancel)
    {
        IReadOnlyDictionary<RequestKey, KnownEntry> older = await Log.FindEntriesAsync(keys, cancel);
        if (fresh.Count == 0)
        {
            return older;
        }

        var all = new Dictionary<RequestKey, KnownEntry>(older);
        foreach (RequestKey key in keys)
        {
            if (fresh.TryGetValue(key, out KnownEntry? entry))
            {
                all[key] = entry;
            }
        }

        return all;
    }

    /// <summary>Gives the engine the entries that it does not hold yet. Their leaves are hashed while it is given whatever follows.</summary>
    public async Task WriteEntriesAsync(CancellationToken cancel)
    {
        Entry[] entries = [.. appended.Skip(written)];
        if (entries.Length > 0)
        {
            await Log.AppendAsync(entries, cancel);
            written += entries.Length;
            leaves.Add(Alongside.RunAsync(entries.Length, () => tree.LeafHashes(entries)));
        }
    }

    /// <summary>Writes the entries, grows the tree, and makes the turn durable. A turn without entries or writes leaves the head alone.</summary>
    public async ValueTask CommitAsync(CancellationToken cancel)
    {
        byte[]? root = Log.Head.Root;
        if (appended.Count > 0)
        {
            await WriteEntriesAsync(cancel);
            if (erased.Count > 0)
            {
                await Log.Redactions.EraseAsync(erased, cancel);
            }

            root = await tree.GrowAsync(Log, await LeafHashesAsync(), cancel);
        }

        if (appended.Count > 0 || Writes > 0)
        {
            long last = appended.Count > 0 ? appended[^1].AcceptedMicros : Log.Head.AcceptedMicros;
            await Log.CommitAsync(new LogHead(NextIndex, last, root), cancel);
        }
    }

    private async Task<byte[]> LeafHashesAsync()
    {
        byte[][] parts = await Task.WhenAll(leaves);
        byte[] all = new byte[parts.Sum(p => p.Length)];
        int at = 0;
        foreach (byte[] part in parts)
        {
            part.CopyTo(all, at);
            at += part.Length;
        }

        return all;
    }
}
