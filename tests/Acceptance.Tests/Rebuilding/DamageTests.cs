using Acceptance.Tests.Audits;
using Acceptance.Tests.Moving;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Xunit.Sdk;

namespace Acceptance.Tests.Rebuilding;

/// <summary>Derived tables damaged by hand: a rebuild names the table, the key and the column.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class DamageTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    // What an engine writes in its own way: # stands before a table, _m behind a time, {FF} for a byte. {audit} is the number of
    // the audit with witnesses, {last} a condition that the last open crime meets of which everything is known.
    private const string Last =
        "incident_id = (SELECT max(incident_id) FROM #open_alleged_crimes WHERE reported_m IS NOT NULL AND offence_code <> '')";

    private static readonly (string Sql, string Told)[] Changes =
    [
        ("UPDATE #log_head SET size = size - 1", "log_head 1: size: stored "),
        ("UPDATE #sources SET last_event_m = NULL WHERE force = 'kent' AND source_system = 'storm'",
            "sources kent/storm: last_event_micros: stored nothing, recomputed 15"),
        ("INSERT INTO #sources (source_id, force, source_system) VALUES (999, 'kent', 'nobody')",
            "sources kent/nobody: stored, and not recomputed"),
        ("UPDATE #incidents SET source_id = 999 WHERE incident_id = 0",
            "incidents 0: source_id: stored 'kent/nobody', recomputed 'kent/storm'"),
        ("UPDATE #incidents SET status = 99 WHERE incident_id = 0", "incidents 0: status: stored 99, recomputed "),
        ("UPDATE #incidents SET qualifiers = ' invented ' WHERE incident_id = 0",
            "incidents 0: qualifiers: stored ' invented ', recomputed "),
        ("DELETE FROM #incident_entries WHERE incident_id = 0 AND entry_index = 0", "incident_entries 0/0: recomputed, and not stored"),
        ("INSERT INTO #incident_entries (incident_id, entry_index) VALUES (0, 999999)",
            "incident_entries 0/999999: stored, and not recomputed"),
        ("INSERT INTO #open_alleged_crimes (incident_id, alleged_ref, force, month, class) VALUES (0, 'zz', 'kent', 201811, 1)",
            "open_alleged_crimes 0/zz: stored, and not recomputed"),
        ("UPDATE #open_alleged_crimes SET month = 190001 WHERE {last}",
            ": month: stored 190001, recomputed 201"),
        ("UPDATE #open_alleged_crimes SET presumed = 1 WHERE {last}",
            ": presumed: stored 1, recomputed 0"),
        ("UPDATE #open_alleged_crimes SET reported_m = NULL WHERE {last}", ": reported_micros: stored nothing, recomputed 15"),
        ("UPDATE #open_alleged_crimes SET offence_code = '007' WHERE {last}", ": offence_code: stored '007', recomputed '"),
        ("UPDATE #open_alleged_crimes SET offence_category = 'mischief' WHERE {last}",
            ": offence_category: stored 'mischief', recomputed ''"),
        ("UPDATE #open_alleged_crimes SET reporter_kind = 77 WHERE {last}", ": reporter_kind: stored 77, recomputed "),
        ("UPDATE #open_alleged_crimes SET urgency = NULL WHERE {last}", ": urgency: stored nothing, recomputed "),
        ("INSERT INTO #rollups (force, month, class, counted, number) VALUES ('kent', 190001, 1, 1, 7)",
            "rollups kent/190001/1/RecordedLate: stored, and not recomputed"),
        ("INSERT INTO #rollups (force, month, class, counted, number) VALUES ('kent', 190002, 1, 1, 0)", ""),
        ("UPDATE #rollup_months SET changes = changes + 7 WHERE force = 'essex'", ""),
        ("DELETE FROM #rollup_months WHERE force = 'kent'", "rollup_months kent/201811: recomputed, and not stored"),
        ("UPDATE #audits SET force = 'avon' WHERE audit_id = 'witnessed'", "audits {audit}: force: stored 'avon', recomputed 'kent'"),
        ("UPDATE #audits SET document = (SELECT document FROM #audits WHERE audit_id = 'witnessed') WHERE audit_id = 'committed'",
            ": document.audit_id: stored 'witnessed', recomputed 'committed'"),
        ("UPDATE #audits SET document = {FF} WHERE audit_id = 'witnessed'",
            "audits {audit}: document: stored 'no audit', recomputed 'an audit'"),
        ("DELETE FROM #frame_units WHERE audit_no = {audit} AND stratum = 0 AND unit_id = 'kent/storm/burglary%200%2F%22%C3%BC%22%5C'",
            "frame_units {audit}/0/kent/storm/burglary%200"),
        ("INSERT INTO #frame_units (audit_no, stratum, unit_id) VALUES (999999, 0, 'kent/storm/x')",
            "frame_units 999999/0/kent/storm/x: stored, and not recomputed"),
        ("UPDATE #sample_items SET review_entry = 5 WHERE audit_no = {audit} AND stratum = 0 AND position = 1",
            "sample_items {audit}/0/1: review_entry: stored 5, recomputed "),
        ("UPDATE #sample_items SET ticket = '0' WHERE audit_no = {audit} AND stratum = 0 AND position = 2",
            "sample_items {audit}/0/2: ticket: stored '0', recomputed '"),
        ("UPDATE #sample_items SET state = 9 WHERE audit_no = {audit} AND stratum = 0 AND position = 3",
            "sample_items {audit}/0/3: state: stored 9, recomputed 10"),
        ("UPDATE #sample_items SET later_reviewer = 'nobody' WHERE audit_no = {audit} AND stratum = 0 AND position = 4",
            "sample_items {audit}/0/4: later_reviewer: stored 'nobody', recomputed nothing"),
        ("DELETE FROM #item_steps WHERE audit_no = {audit} AND stratum = 0 AND position = 1", "item_steps {audit}/0/1/"),
        ("UPDATE #volume_versions SET entry_index = 1", "volume_versions moved: entry_index: stored 1, recomputed "),
    ];

    [Fact]
    public async Task Each_damaged_table_is_named_with_its_key_and_column()
    {
        await using TService damaged = await EmptyServiceAsync();
        damaged.IsDamaged = true;
        await new ToldStory(damaged).TellAsync();
        string audit = await AuditNumberAsync(damaged);
        foreach ((string sql, _) in Changes)
        {
            await damaged.RunSqlAsync(Sql(damaged, sql, audit));
        }

        VerbResult found = await damaged.VerbAsync("rebuild", "--quiet");
        Assert.Equal(65, found.Code);
        Assert.Matches("^Rebuilt [0-9,]+ entries; size [0-9]+, root .*; [0-9]+ differences$", found.LastLine);
        string[] told = [.. Changes.Select(c => c.Told.Replace("{audit}", audit, StringComparison.Ordinal))];
        Assert.All(told, line => Assert.Contains(line, found.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("190002", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_that_leaves_a_table_otherwise_than_the_log_makes_it_fails()
    {
        TService damaged = await EmptyServiceAsync();
        await SubmitAsync(damaged, Told.Report("kent", "r1", Told.Alleged("a1")));
        await damaged.RunSqlAsync(Sql(damaged, "UPDATE #incidents SET open_crimes = 0", ""));
        TrueException failed = await Assert.ThrowsAsync<TrueException>(async () => await damaged.DisposeAsync());
        Assert.Contains("incidents 0: open_crimes: stored 0, recomputed 1", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_differences_the_first_hundred_are_told_and_the_others_counted()
    {
        await using TService damaged = await EmptyServiceAsync();
        damaged.IsDamaged = true;
        await damaged.Submitter("kent").Incidents.SubmitBatchAsync(
            [.. Enumerable.Range(0, 120).Select(i => Told.Report("kent", $"r{i}", Told.Alleged("a1")))], Cancel);
        await damaged.RunSqlAsync(Sql(damaged, "UPDATE #incidents SET crime_records = 7", ""));
        VerbResult found = await damaged.VerbAsync("rebuild", "--quiet");
        string[] lines = found.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal((65, 101), (found.Code, lines.Length));
        Assert.Equal("incidents 0: crime_records: stored 7, recomputed 0", lines[0]);
        Assert.Equal("and 20 more", lines[^1]);
        Assert.EndsWith("; 120 differences", found.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_staged_for_a_frame_that_was_never_frozen_are_no_difference()
    {
        await using TService staged = await EmptyServiceAsync();
        await new Inspection(staged, "planned", "kent").CreateAsync(Plans.Of("kent", SeedSource.Witnessed, ("violence", 0)));
        await staged.RunSqlAsync(Sql(staged, "INSERT INTO #frame_units (audit_no, stratum, unit_id) VALUES (0, 0, 'kent/storm/left')", ""));
        Assert.Equal(new VerbResult(0, "", ""), await staged.VerbAsync("rebuild", "--quiet"));
    }

    [Fact]
    public async Task An_entry_whose_payload_is_lost_is_named()
    {
        await using TService damaged = await EmptyServiceAsync();
        damaged.IsDamaged = true;
        await SubmitAsync(damaged, [.. Enumerable.Range(0, 4).Select(i => Told.Report("kent", $"r{i}"))]);
        await damaged.RunSqlAsync(
            $"DROP TRIGGER {damaged.Table("payloads_are_erased_by_a_redaction")}",
            Sql(damaged, "DELETE FROM #entry_payloads WHERE entry_index = 2", ""));
        VerbResult found = await damaged.VerbAsync("rebuild", "--quiet");
        Assert.Equal((65, "Entry 2: it, or what it holds, is missing from the database"), (found.Code, found.LastLine));
    }

    /// <summary>The index of the entry that planned the audit with witnesses.</summary>
    private static async Task<string> AuditNumberAsync(TService service)
    {
        string path = service.FileOf("log.jsonl");
        await service.VerbAsync("export", path, "--quiet");
        string[] lines = await File.ReadAllLinesAsync(path, Cancel);
        int line = Array.FindIndex(lines, l => l.Contains("\"source_system\":\"audit/witnessed\"", StringComparison.Ordinal));
        Assert.True(line > 0);
        return (line - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Sql(TService service, string sql, string audit)
    {
        bool embedded = service.Table("") is "";
        return sql
            .Replace("{last}", Last, StringComparison.Ordinal)
            .Replace("#", service.Table(""), StringComparison.Ordinal)
            .Replace("{FF}", embedded ? "X'FF'" : "0xFF", StringComparison.Ordinal)
            .Replace("_m ", embedded ? "_micros " : " ", StringComparison.Ordinal)
            .Replace("{audit}", audit, StringComparison.Ordinal);
    }
}
