using System.Globalization;
using System.Text;
using Acceptance.Tests.Support;
using AuditCore.Ledger;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Ledger;

/// <summary>A log as it was told, and the statements by which somebody with the rights of an owner changes rows of it.</summary>
internal sealed class HandEdits
{
    private const int HashBytes = 32;

    private readonly ServiceUnderTest service;
    private readonly bool embedded;

    private HandEdits(ServiceUnderTest service, IReadOnlyList<LedgerEntry> entries)
    {
        this.service = service;
        Entries = entries;
        embedded = service.Table("") is "";
    }

    /// <summary>The entries before anything was changed, with what they hold.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>Remembers the log, and takes away the triggers that keep it as it is.</summary>
    public static async Task<HandEdits> BeginAsync(ServiceUnderTest service)
    {
        var entries = new List<LedgerEntry>();
        var everything = new ReadEntriesRequest { WantPayloads = true };
        await foreach (LedgerEntry entry in service.Lead().Ledger.ReadEntriesAsync(everything, TestContext.Current.CancellationToken))
        {
            entries.Add(entry);
        }

        service.IsDamaged = true;
        var edits = new HandEdits(service, entries);
        string[] triggers = edits.embedded
            ?
            [
                "entries_are_never_changed", "entries_are_never_deleted", "payloads_are_never_changed", "tiles_only_grow",
                "tiles_are_never_deleted", "checkpoints_are_never_changed", "checkpoints_are_never_deleted",
                "payloads_are_erased_by_a_redaction", "residues_are_never_changed", "residues_are_never_deleted",
            ]
            :
            [
                "entries_are_append_only", "payloads_are_append_only", "tiles_only_grow", "checkpoints_are_append_only",
                "payloads_are_erased_by_a_redaction", "residues_are_append_only",
            ];
        await service.RunSqlAsync([.. triggers.Select(t => $"DROP TRIGGER {service.Table(t)}")]);
        return edits;
    }

    /// <summary>Runs statements; # stands before a table, and each must change a row.</summary>
    public async Task RunAsync(params string[] statements)
    {
        foreach (string sql in statements)
        {
            Assert.NotEqual(0, await service.RunSqlAsync(sql.Replace("#", service.Table(""), StringComparison.Ordinal)));
        }
    }

    /// <summary>Changes a byte of what an entry holds.</summary>
    public string Payload(int index)
    {
        byte[] changed = Entries[index].StoredBytes.ToByteArray();
        changed[^1] ^= 1;
        return $"UPDATE #entry_payloads SET payload = {Blob(changed)} WHERE entry_index = {Text(index)}";
    }

    /// <summary>Moves an entry's time.</summary>
    public string Time(int index, int seconds) => embedded
        ? $"UPDATE #entries SET accepted_micros = accepted_micros + {Text(seconds)} * 1000000 WHERE entry_index = {Text(index)}"
        : $"UPDATE #entries SET accepted = DATEADD(second, {Text(seconds)}, accepted) WHERE entry_index = {Text(index)}";

    /// <summary>Puts two entries of one sending system in each other's place.</summary>
    public string[] Swap(int one, int other) =>
    [
        $"UPDATE #entries SET request_id = 'on the way' WHERE entry_index = {Text(one)}",
        .. Become(other, Entries[one]),
        .. Become(one, Entries[other]),
    ];

    /// <summary>Removes an entry with what it holds.</summary>
    public static string[] Remove(int index) =>
    [
        $"DELETE FROM #entry_payloads WHERE entry_index = {Text(index)}", $"DELETE FROM #entries WHERE entry_index = {Text(index)}",
    ];

    /// <summary>Changes the hash of an entry in its tile.</summary>
    public string Tile(int index)
    {
        int first = index / TileId.Width * TileId.Width;
        byte[] hashes = [.. Entries.Skip(first).Take(TileId.Width).SelectMany(e => TreeHash.Leaf(e.LeafText.Span))];
        hashes[(index - first) * HashBytes] ^= 1;
        return $"UPDATE #tree_tiles SET hashes = {Blob(hashes)} WHERE level = 0 AND tile_index = {Text(index / TileId.Width)}";
    }

    public string Root() => $"UPDATE #log_head SET root = {Blob(TreeHash.Leaf("another"u8))}";

    /// <summary>Changes the note of a checkpoint.</summary>
    public string Note(int size, int version, string note) =>
        $"UPDATE #checkpoints SET note = {Text(note)} WHERE size = {Text(size)} AND version = {Text(version)}";

    /// <summary>Bytes as a literal.</summary>
    public string Blob(byte[] bytes) => embedded ? $"X'{Convert.ToHexString(bytes)}'" : $"0x{Convert.ToHexString(bytes)}";

    /// <summary>A text of several lines as an expression.</summary>
    public string Text(string lines) => $"REPLACE('{lines.Replace("\n", "{nl}", StringComparison.Ordinal)}', '{{nl}}', {service.LineFeed})";

    /// <summary>The hash of an entry's leaf as it was appended.</summary>
    public string Hash(int index) => Convert.ToHexStringLower(TreeHash.Leaf(Entries[index].LeafText.Span));

    private IEnumerable<string> Become(int index, LedgerEntry other)
    {
        string[] leaf = Encoding.UTF8.GetString(other.LeafText.Span).Split('\n');
        string digest = Blob(Convert.FromBase64String(leaf[6]));
        yield return $"UPDATE #entries SET request_id = '{leaf[3]}', digest = {digest} WHERE entry_index = {Text(index)}";
        (string salt, string payload) = (Blob(other.Salt.ToByteArray()), Blob(other.StoredBytes.ToByteArray()));
        yield return $"UPDATE #entry_payloads SET salt = {salt}, payload = {payload} WHERE entry_index = {Text(index)}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
