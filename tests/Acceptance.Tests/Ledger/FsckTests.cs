using System.Globalization;
using Acceptance.Tests.Support;
using AuditCore.Ledger;
using CrimeAudit.V1;

namespace Acceptance.Tests.Ledger;

/// <summary>A log damaged by hand: the check of the whole log names what is damaged, where, and first what comes first.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class FsckTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const string Origin = "crimeaudit.example.org/log";

    // A whole tile and a partial one of leaves, and a tile above them.
    private const int Entries = 300;
    private const string NotAppended = ": sender, request id, kind, time or digest is not what was appended";

    [Fact]
    public async Task A_log_that_nobody_touched_is_as_it_was_appended()
    {
        await using TService told = await EmptyServiceAsync();
        VerbResult empty = await CheckAsync(told);
        Assert.Equal((0, ""), (empty.Code, empty.Output));
        Assert.Matches("^Checked 0 entries and 1 checkpoints; size 0, root .*; all is as it was appended$", empty.LastLine);

        await WriteAsync(told, Enumerable.Range(0, 2_500).Select(i => Told.Report("kent", $"r{i}")));
        GetCheckpointResponse signed = await told.Lead().Ledger.GetCheckpointAsync(new GetCheckpointRequest(), Cancel);
        VerbResult found = await CheckAsync(told);
        Assert.Equal((0, ""), (found.Code, found.Output));
        Assert.Matches("^Checked 2,500 entries and [0-9]+ checkpoints; size 2500, root ", found.LastLine);
        Assert.Contains($"root {signed.RootHash.ToBase64()}; all is as it was appended", found.LastLine, StringComparison.Ordinal);
        Assert.Equal(new VerbResult(0, "", ""), await told.VerbAsync("fsck", "--quiet", "--key", Assert.Single(signed.VerifierKeys)));
    }

    [Fact]
    public async Task Entries_changed_by_hand_are_named_each_with_what_was_changed()
    {
        await using TService told = await TellAsync();
        HandEdits edits = await HandEdits.BeginAsync(told);
        await edits.RunAsync(
            edits.Payload(3), edits.Time(10, -1), edits.Time(20, 1), "DELETE FROM #entry_payloads WHERE entry_index = 60",
            "UPDATE #entries SET request_id = 'other' WHERE entry_index = 70", "UPDATE #entries SET kind = 9 WHERE entry_index = 80",
            edits.Time(290, -1));
        await edits.RunAsync([.. edits.Swap(30, 31), .. HandEdits.Remove(50), .. HandEdits.Remove(299)]);

        VerbResult found = await CheckAsync(told);
        string[] lines = found.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Collection(
            lines,
            Is("entry 3: salt and payload have the digest "),
            Is("entry 10: was accepted at 1559552399000000 µs, before entry 9, which was at 1559552400000000 µs"),
            Is("entry 10: its leaf text has the hash ", $", and tile 0/0 holds {edits.Hash(10)}{NotAppended}"),
            Is("entry 20: its leaf text has the hash ", $", and tile 0/0 holds {edits.Hash(20)}{NotAppended}"),
            Is("entry 21: was accepted at 1559552400000000 µs, before entry 20, which was at 1559552401000000 µs"),
            Is($"entry 30: its leaf text has the hash {edits.Hash(31)}, and tile 0/0 holds {edits.Hash(30)}{NotAppended}"),
            Is($"entry 31: its leaf text has the hash {edits.Hash(30)}, and tile 0/0 holds {edits.Hash(31)}{NotAppended}"),
            Is("entry 50: missing"),
            Is("entry 60: what it holds is missing"),
            Is("entry 70: stands under another force, sending system or request id than its payload says"),
            Is("entry 70: its leaf text has the hash ", $", and tile 0/0 holds {edits.Hash(70)}{NotAppended}"),
            Is("entry 80: is of kind 9, which this program does not know"),
            Is("entry 80: has no leaf text: "),
            Is("entry 290: was accepted at 1559552399000000 µs, before entry 289, which was at 1559552400000000 µs"),
            Is("entry 290: its leaf text has the hash ", $", and tile 0/1 holds {edits.Hash(290)}{NotAppended}"),
            Is("entry 299: missing"));
        Assert.Equal(65, found.Code);
        Assert.StartsWith("Checked 300 entries and ", found.LastLine, StringComparison.Ordinal);
        Assert.EndsWith("; 16 damages, the first at entry 3", found.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiles_changed_by_hand_are_named_and_the_entries_are_not_blamed()
    {
        await using TService told = await TellAsync();
        HandEdits edits = await HandEdits.BeginAsync(told);
        string other = edits.Blob(TreeHash.Leaf("another"u8));
        await edits.RunAsync(
            edits.Tile(7), edits.Tile(260), $"INSERT INTO #tree_tiles (level, tile_index, width, hashes) VALUES (2, 0, 1, {other})");
        (int code, string output) = await FoundAsync(told);
        Assert.Equal(65, code);
        Assert.Collection(
            output.TrimEnd().Split('\n'),
            Is($"tile 0/0: holds {Flipped(edits.Hash(7))} for entry 7, whose leaf text has the hash {edits.Hash(7)}"),
            Is($"tile 0/1: holds {Flipped(edits.Hash(260))} for entry 260, whose leaf text has the hash {edits.Hash(260)}"),
            Is("tile 2/0: holds 1 hashes, and the log has 0 there"));

        // The tile above them has the last word on which of both is right, so when it is changed too that cannot be told.
        await edits.RunAsync($"UPDATE #tree_tiles SET hashes = {other} WHERE level = 1", "DELETE FROM #tree_tiles WHERE level = 2");
        (code, output) = await FoundAsync(told);
        string[] lines = output.Split('\n');
        Assert.Equal(65, code);
        Is($"tile 1/0: holds {Convert.ToHexStringLower(TreeHash.Leaf("another"u8))} for entries 0 to 255, which give ")(lines[0]);
        Assert.Equal(
            $"entry 7: its leaf text has the hash {edits.Hash(7)}, and tile 0/0 holds {Flipped(edits.Hash(7))}: " +
            "which of them was appended cannot be told",
            lines[1]);
    }

    [Fact]
    public async Task An_entry_that_is_gone_with_its_hash_ends_what_can_be_recomputed()
    {
        await using TService told = await TellAsync();
        HandEdits edits = await HandEdits.BeginAsync(told);
        await edits.RunAsync("DELETE FROM #tree_tiles WHERE level = 0 AND tile_index = 1");
        await edits.RunAsync(HandEdits.Remove(270));
        Assert.Equal(
            (65, "tile 0/1: holds 0 hashes, and the log has 44 there\nentry 270: missing\n" +
                "entry 270: neither it nor its hash is there; from here on no root can be recomputed\n"),
            await FoundAsync(told));
    }

    [Fact]
    public async Task A_head_that_was_changed_is_held_against_the_entries()
    {
        await using TService told = await TellAsync();
        HandEdits edits = await HandEdits.BeginAsync(told);
        await edits.RunAsync(
            edits.Root(), told.Table("") is ""
                ? "UPDATE #log_head SET accepted_micros = accepted_micros - 1, size = size - 10"
                : "UPDATE #log_head SET accepted = DATEADD(microsecond, -1, accepted), size = size - 10");
        (int code, string output) = await FoundAsync(told);
        Assert.Equal(65, code);
        Assert.Collection(
            output.TrimEnd().Split('\n'),
            Is("log_head: says that the log has 290 entries, and it has 300"),
            Is("log_head: says that the last entry was accepted at 1559552399999999 µs, and it was at 1559552400000000 µs"),
            Is($"log_head: has the root {Convert.ToHexStringLower(TreeHash.Leaf("another"u8))}, and the entries give "));

        await edits.RunAsync("UPDATE #log_head SET size = 2000000000000");
        (code, output) = await FoundAsync(told);
        Assert.StartsWith("entries 300 to 1023: missing\n", output, StringComparison.Ordinal);
        Assert.Contains("\nentries 1024 to 1999999999999: missing\n", output, StringComparison.Ordinal);
        Assert.Equal(65, code);
    }

    [Fact]
    public async Task Checkpoints_changed_by_hand_are_named_by_their_size()
    {
        using SigningKey key = SigningKey.Create(Origin);
        using SigningKey stranger = SigningKey.Create(Origin);
        await using var told = new TService
        {
            Settings = new Dictionary<string, string?>
            {
                ["CrimeAudit:Ledger:Origin"] = Origin,
                ["CrimeAudit:Ledger:KeyFile"] = "",
                ["CrimeAudit:Ledger:Key"] = key.Export(),
            },
        };
        await told.InitializeAsync();
        await SubmitAsync(told, [.. Enumerable.Range(0, 9).Select(i => Told.Report("kent", $"r{i}"))]);
        HandEdits edits = await HandEdits.BeginAsync(told);
        byte[] other = TreeHash.Leaf("another"u8);
        string Signed(int size, SigningKey by, byte[]? root = null, string origin = Origin) => SignedNote.Sign(
            new Checkpoint(origin, size, root ?? Root(edits, size)).ToText(), [by]).ToString();

        // A letter of the signature, that is: not of the four bytes that name the key.
        string right = Signed(2, key);
        await edits.RunAsync(
            edits.Note(1, 0, Signed(1, key, other)), edits.Note(2, 0, right[..^9] + (right[^9] == 'A' ? 'B' : 'A') + right[^8..]),
            edits.Note(3, 0, Signed(4, key)), edits.Note(4, 0, "nothing"), edits.Note(5, 0, Signed(5, stranger)),
            edits.Note(6, 0, Signed(6, key, origin: "example.org/other")), "UPDATE #checkpoints SET version = 3 WHERE size = 7",
            $"INSERT INTO #checkpoints (size, version, note) VALUES (12, 0, {edits.Text(Signed(12, key, other))})");

        VerbResult found = await told.VerbAsync("fsck", "--quiet");
        Assert.Collection(
            found.Output.TrimEnd().Split(Environment.NewLine),
            Is($"checkpoint 1/0: names the root {Convert.ToHexStringLower(other)}, and its entries give {edits.Hash(0)}"),
            Is("checkpoint 2/0: its signature is wrong"),
            Is("checkpoint 3/0: says that it is of 4 entries"),
            Is("checkpoint 3/0: names the root "),
            Is("checkpoint 4/0: is no checkpoint: "),
            Is($"checkpoint 5/0: is signed by no known key, but by {Origin}+"),
            Is($"checkpoint 6/0: is of the log 'example.org/other', and the keys are of '{Origin}'"),
            Is("checkpoint 7/3: comes where version 0 of its size should"),
            Is("checkpoint 12/0: is of more entries than the log has, which are 9"));
        Assert.Equal(65, found.Code);
        Assert.EndsWith("; 9 damages, the first at entry 0", found.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_much_damage_the_first_hundred_lines_are_told_and_the_others_counted()
    {
        await using TService told = await TellAsync();
        HandEdits edits = await HandEdits.BeginAsync(told);
        await edits.RunAsync("DELETE FROM #entry_payloads WHERE entry_index >= 150");
        VerbResult found = await CheckAsync(told);
        string[] lines = found.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal((65, 101), (found.Code, lines.Length));
        Assert.Equal(("entry 150: what it holds is missing", "and 50 more"), (lines[0], lines[^1]));
        Assert.EndsWith("; 150 damages, the first at entry 150", found.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_checked_is_told_by_other_exit_codes()
    {
        await using TService told = await EmptyServiceAsync();
        VerbResult noKey = await told.VerbAsync("fsck", "--key", "nonsense");
        Assert.Equal((2, "--key 'nonsense': A verifier key is name+id+key, its name without white space."), (noKey.Code, noKey.LastLine));
        VerbResult noFile = await told.VerbAsync("fsck", "--CrimeAudit:Ledger:KeyFile=" + told.FileOf("nowhere.key"));
        Assert.Equal(78, noFile.Code);
        Assert.StartsWith("CrimeAudit:Ledger:KeyFile: ", noFile.LastLine, StringComparison.Ordinal);

        told.IsDamaged = true;
        await told.RunSqlAsync($"UPDATE {told.Table("log_head")} SET schema_version = schema_version - 1");
        Assert.Equal(1, (await told.VerbAsync("fsck")).Code);
    }

    private static async Task<TService> TellAsync()
    {
        TService told = await EmptyServiceAsync();
        IncidentUpdate[] updates = [.. Enumerable.Range(0, Entries).Select(i => Told.Report("kent", $"r{i}"))];
        await told.Submitter("kent").Incidents.SubmitBatchAsync(
            new BatchSubmitIncidentsRequest { Updates = { updates[..200] } }, Cancel);
        await told.Submitter("kent").Incidents.SubmitBatchAsync(
            new BatchSubmitIncidentsRequest { Updates = { updates[200..] } }, Cancel);
        return told;
    }

    private static Task<VerbResult> CheckAsync(TService told) => told.VerbAsync("fsck", $"--CrimeAudit:Ledger:KeyFile={told.LedgerKeyFile}");

    private static async Task<(int Code, string Output)> FoundAsync(TService told)
    {
        VerbResult found = await told.VerbAsync("fsck", "--quiet");
        return (found.Code, found.Output.ReplaceLineEndings("\n"));
    }

    private static byte[] Root(HandEdits edits, int size) =>
        PlainVerifier.Root([.. edits.Entries.Take(size).Select(e => e.LeafText.ToByteArray())]);

    private static string Flipped(string hash)
    {
        int first = int.Parse(hash[..2], NumberStyles.HexNumber, CultureInfo.InvariantCulture) ^ 1;
        return first.ToString("x2", CultureInfo.InvariantCulture) + hash[2..];
    }

    private static Action<string> Is(string start, string end = "") => line =>
    {
        Assert.StartsWith(start, line, StringComparison.Ordinal);
        Assert.EndsWith(end, line, StringComparison.Ordinal);
    };
}
