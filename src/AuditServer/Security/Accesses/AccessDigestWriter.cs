using System.Globalization;
using AuditCore.Ledger;
using AuditServer.Rates;
using AuditServer.Redactions;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Security.Accesses;

/// <summary>Lays digests over the rows of the access log: entries, so that no row can be changed or removed unseen.</summary>
internal sealed class AccessDigestWriter(ITurns turns, IAccessReads reads)
{
    /// <summary>Rows that one entry covers at most.</summary>
    public const int MostRows = 100_000;

    /// <summary>Of whom the digests are entries.</summary>
    public const string Force = Volumes.National;

    /// <summary>The sending system under which they stand.</summary>
    public const string SourceSystem = RedactionKeys.Prefix + "access";

    private const int Page = 1_000;

    /// <summary>The key of the digest from a row on.</summary>
    public static RequestKey KeyOf(long firstRow) =>
        new(Force, SourceSystem, firstRow.ToString(CultureInfo.InvariantCulture));

    /// <summary>Covers the rows that no entry covers yet, if the first of them was written at or before a time.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> WriteAsync(long dueMicros, CancellationToken cancel)
    {
        if (await FindAsync(dueMicros, cancel) is not { } digest)
        {
            return false;
        }

        // Rows never change, so what was read before the turn holds in it. Another instance may have been first.
        byte[] payload = digest.ToByteArray();
        await turns.RunAsync((turn, token) => AppendOnceAsync(turn, digest, payload, token), cancel);
        return digest.Rows == MostRows;
    }

    /// <summary>Writes a digest that is new. Decides nothing, so that a replay can use it.</summary>
    public static async ValueTask AppendAsync(Turn turn, AccessDigest digest, byte[] payload, CancellationToken cancel)
    {
        Entry entry = turn.Append(EntryKind.Access, KeyOf(digest.FirstRow), payload);
        turn.MarkWritten();
        await turn.Log.Accesses.AddDigestAsync(entry.Index, digest.FirstRow, digest.Rows, cancel);
    }

    private static async ValueTask<bool> AppendOnceAsync(Turn turn, AccessDigest digest, byte[] payload, CancellationToken cancel)
    {
        if (await turn.Log.Accesses.ReadDigestedEndAsync(cancel) != digest.FirstRow)
        {
            return false;
        }

        await AppendAsync(turn, digest, payload, cancel);
        return true;
    }

    private async Task<AccessDigest?> FindAsync(long dueMicros, CancellationToken cancel)
    {
        long first = await reads.ReadDigestedEndAsync(cancel);
        var root = new MerkleRoot();
        (long from, long to) = (0, 0);
        IReadOnlyList<AccessRow> page;
        do
        {
            page = await reads.ReadAsync(first + root.Count, (int)Math.Min(Page, MostRows - root.Count), cancel);
            if (root.Count == 0 && (page.Count == 0 || page[0].AtMicros > dueMicros))
            {
                return null;
            }

            from = root.Count == 0 ? page[0].AtMicros : from;
            foreach (AccessRow row in page)
            {
                root.Add(row.ToText());
                to = row.AtMicros;
            }
        }
        while (page.Count == Page && root.Count < MostRows);
        return new AccessDigest
        {
            FirstRow = first,
            Rows = root.Count,
            FirstTime = Micros.ToTime(from).ToTimestamp(),
            LastTime = Micros.ToTime(to).ToTimestamp(),
            RootHash = ByteString.CopyFrom(root.Root()),
        };
    }
}
