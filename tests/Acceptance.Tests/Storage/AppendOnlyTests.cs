using System.Data.Common;
using Acceptance.Tests.Support;

namespace Acceptance.Tests.Storage;

/// <summary>The database itself keeps the log as it is, whatever program works on it.</summary>
public abstract class AppendOnlyTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const string Entries = "entries are append-only";
    private const string Payloads = "payloads are append-only";
    private const string Erased = "payloads are erased by a redaction alone";
    private const string Checkpoints = "checkpoints are append-only";
    private const string Tiles = "tiles only grow";

    [Theory]
    [InlineData(Entries, "UPDATE {entries} SET request_id = 'other' WHERE entry_index = 1")]
    [InlineData(Entries, "UPDATE {entries} SET digest = digest")]
    [InlineData(Erased, "DELETE FROM {entry_payloads} WHERE entry_index = 2", "DELETE FROM {entries} WHERE entry_index = 2")]
    [InlineData(Erased, "DELETE FROM {entry_payloads}", "DELETE FROM {entries}")]
    [InlineData(Erased, "DELETE FROM {entry_payloads} WHERE entry_index = 0")]
    [InlineData(
        Erased,
        "INSERT INTO {entry_residues} (entry_index, redaction_entry, residue) SELECT entry_index, 3, payload FROM {entry_payloads} WHERE entry_index = 0",
        "DELETE FROM {entry_payloads} WHERE entry_index = 0")]
    [InlineData(
        Erased,
        "INSERT INTO {entry_residues} (entry_index, redaction_entry, residue) SELECT entry_index, 2, payload FROM {entry_payloads} WHERE entry_index = 0",
        "DELETE FROM {entry_payloads} WHERE entry_index = 0")]
    [InlineData(Payloads, "UPDATE {entry_payloads} SET payload = salt")]
    [InlineData(Payloads, "UPDATE {entry_payloads} SET salt = salt WHERE entry_index = 1")]
    [InlineData(Checkpoints, "UPDATE {checkpoints} SET note = note")]
    [InlineData(Checkpoints, "DELETE FROM {checkpoints} WHERE size = 2")]
    [InlineData(Tiles, "UPDATE {tree_tiles} SET hashes = hashes")]
    [InlineData(Tiles, "UPDATE {tree_tiles} SET level = 5")]
    [InlineData(Tiles, "DELETE FROM {tree_tiles} WHERE level = 0")]
    public async Task A_statement_that_would_change_the_log_fails_and_changes_nothing(string refusal, params string[] statements)
    {
        await using TService kept = await EmptyServiceAsync();
        await SubmitAsync(kept, Told.Report("kent", "r0"), Told.Report("kent", "r1"), Told.Report("kent", "r2"));
        string before = await ExportAsync(kept, "before.jsonl");
        string[] sql =
        [
            .. statements.Select(s => s.Replace("{entries}", kept.Table("entries"), StringComparison.Ordinal)
                .Replace("{checkpoints}", kept.Table("checkpoints"), StringComparison.Ordinal)
                .Replace("{tree_tiles}", kept.Table("tree_tiles"), StringComparison.Ordinal)
                .Replace("{entry_residues}", kept.Table("entry_residues"), StringComparison.Ordinal)
                .Replace("{entry_payloads}", kept.Table("entry_payloads"), StringComparison.Ordinal)),
        ];
        DbException refused = await Assert.ThrowsAnyAsync<DbException>(() => kept.RunSqlAsync(sql));
        Assert.Contains(refusal, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await ExportAsync(kept, "after.jsonl"));
    }

    private static async Task<string> ExportAsync(TService service, string name)
    {
        VerbResult export = await service.VerbAsync("export", service.FileOf(name));
        Assert.True(export.Code == 0, export.Error);
        return await File.ReadAllTextAsync(service.FileOf(name), Cancel);
    }
}
