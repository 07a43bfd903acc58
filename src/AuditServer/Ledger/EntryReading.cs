using AuditCore.Ledger;
using AuditServer.Errors;
using AuditServer.Paging;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace AuditServer.Ledger;

/// <summary>Tells the entries of the log in its order, a page at a time; the next is read while the last is told; a slow reader holds two pages and nothing else.</summary>
internal sealed class EntryReading(ILogReads log, ILedgerReads reads, IOptions<LedgerOptions> options)
{
    // A message stays below the limit that clients have for one, unless a single entry is larger.
    private const int MostBytes = 1 << 20;

    /// <exception cref="Fault">INVALID_FIELDS.</exception>
    public async Task RunAsync(
        ReadEntriesRequest request, Caller caller, IServerStreamWriter<ReadEntriesResponse> responses, CancellationToken cancel)
    {
        Check(request);
        long size = await SizeAsync(cancel);
        // Not past the end, and no sum that overflows.
        long left = Math.Min(Math.Max(0, size - request.FromIndex), request.MostEntries == 0 ? long.MaxValue : request.MostEntries);
        await foreach (IReadOnlyList<ReadEntriesResponse> page in PagesAsync(request, caller, left, size, cancel))
        {
            foreach (ReadEntriesResponse message in page)
            {
                await responses.WriteAsync(message, cancel);
            }
        }
    }

    private IAsyncEnumerable<IReadOnlyList<ReadEntriesResponse>> PagesAsync(
        ReadEntriesRequest request, Caller caller, long left, long size, CancellationToken cancel)
    {
        long next = request.FromIndex;
        return ReadAhead.WalkAsync<IReadOnlyList<ReadEntriesResponse>>(
            async token =>
            {
                int wanted = (int)Math.Min(left, options.Value.PageSize);
                if (wanted == 0)
                {
                    return null;
                }

                IReadOnlyList<StoredEntry> page = await log.ReadAsync(next, wanted, token);
                RequireWhole(page, next, wanted, size);
                next += wanted;
                left -= wanted;
                return [.. Messages(page.Select(e => ToMessage(e, request.WantPayloads && caller.MayRead(e))), size)];
            },
            cancel);
    }

    private static void Check(ReadEntriesRequest request)
    {
        var violations = new Violations();
        if (request.FromIndex < 0)
        {
            violations.Add("from_index", "is negative");
        }

        if (request.MostEntries < 0)
        {
            violations.Add("most_entries", "is negative");
        }

        violations.ThrowIfAny();
    }

    private async Task<long> SizeAsync(CancellationToken cancel)
    {
        await using ILedgerSnapshot snapshot = await reads.SnapshotAsync(cancel);
        return snapshot.Head.Size;
    }

    /// <summary>An entry that is missing between others is not passed over.</summary>
    private static void RequireWhole(IReadOnlyList<StoredEntry> page, long first, int wanted, long size)
    {
        for (int i = 0; i < wanted; i++)
        {
            if (i >= page.Count || page[i].Index != first + i)
            {
                throw Faults.LedgerDamaged(new TreeDamagedException($"Entry {first + i} is missing, and the log has {size}."));
            }
        }
    }

    private static LedgerEntry ToMessage(StoredEntry entry, bool withPayload)
    {
        var message = new LedgerEntry { EntryIndex = entry.Index, LeafText = UnsafeByteOperations.UnsafeWrap(LedgerProofs.LeafOf(entry)) };
        if (entry.RedactedBy is { } redaction)
        {
            message.RedactedBy = redaction;
        }
        else if (withPayload)
        {
            LedgerProofs.RequireDigest(entry);
            message.Salt = UnsafeByteOperations.UnsafeWrap(entry.Salt);
            message.StoredBytes = UnsafeByteOperations.UnsafeWrap(entry.Payload);
        }

        return message;
    }

    private static IEnumerable<ReadEntriesResponse> Messages(IEnumerable<LedgerEntry> entries, long size)
    {
        var message = new ReadEntriesResponse { TreeSize = size };
        int bytes = 0;
        foreach (LedgerEntry entry in entries)
        {
            int further = entry.CalculateSize();
            if (bytes > 0 && bytes + further > MostBytes)
            {
                yield return message;
                message = new ReadEntriesResponse { TreeSize = size };
                bytes = 0;
            }

            message.Entries.Add(entry);
            bytes += further;
        }

        yield return message;
    }
}
