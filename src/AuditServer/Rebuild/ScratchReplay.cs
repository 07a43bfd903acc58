using AuditCore.Ledger;
using AuditServer.Ledger;
using AuditServer.Moving;
using AuditServer.Replay;
using AuditServer.Sequencing;

namespace AuditServer.Rebuild;

/// <summary>Replays the entries of a log into a scratch database, from where it stands.</summary>
internal sealed class ScratchReplay(ILogReads log, ScratchLog scratch)
{
    private const int Page = 1_000;

    private readonly MerkleRoot tree = new();
    private KnownRedactions? redactions;

    /// <summary>Entries replayed.</summary>
    public long Size => tree.Count;

    /// <summary>The RFC 6962 root over their leaf texts.</summary>
    public byte[] Root => tree.Root();

    /// <summary>Goes on to a size.</summary>
    /// <exception cref="EntryRefusedException">An entry is missing, is not what was stored once, or cannot follow.</exception>
    public async Task ToAsync(long size, MoveProgress progress, CancellationToken cancel)
    {
        redactions ??= await ReadRedactionsAsync(cancel);
        while (tree.Count < size)
        {
            int wanted = (int)Math.Min(Page, size - tree.Count);
            IReadOnlyList<StoredEntry> page = await log.ReadAsync(tree.Count, wanted, cancel);
            RequireWhole(page, wanted, redactions);
            await scratch.Replay.WriteAsync(page, redactions, cancel);
            foreach (StoredEntry entry in page)
            {
                tree.Add(LeafOf(entry));
            }

            progress.Report(wanted, tree.Count - 1);
        }
    }

    /// <summary>All there are, also after the size that is replayed: what they left stands where it was before.</summary>
    private async Task<KnownRedactions> ReadRedactionsAsync(CancellationToken cancel)
    {
        var known = new KnownRedactions();
        IReadOnlyList<StoredEntry> page;
        long next = 0;
        do
        {
            page = await log.ReadRedactionsAsync(next, Page, cancel);
            foreach (StoredEntry redaction in page)
            {
                known.Add(redaction);
                next = redaction.Index + 1;
            }
        }
        while (page.Count == Page);

        return known;
    }

    private void RequireWhole(IReadOnlyList<StoredEntry> page, int wanted, KnownRedactions known)
    {
        for (int i = 0; i < wanted; i++)
        {
            long index = tree.Count + i;
            if (i >= page.Count || page[i].Index != index)
            {
                throw new EntryRefusedException(index, "it, or what it holds, is missing from the database");
            }

            if (!page[i].HasItsDigest)
            {
                throw new EntryRefusedException(index, "its digest is not that of its salt and payload");
            }

            if (page[i].RedactedBy is { } redaction && !known.Holds(redaction))
            {
                throw new EntryRefusedException(
                    index, $"was erased by entry {redaction}, which was no redaction when this began. If it came meanwhile, run this again");
            }
        }
    }

    private static byte[] LeafOf(StoredEntry entry)
    {
        try
        {
            return EntryLeaf.Of(entry);
        }
        catch (FormatException wrong)
        {
            throw new EntryRefusedException(entry.Index, $"it {wrong.Message}", wrong);
        }
    }
}
