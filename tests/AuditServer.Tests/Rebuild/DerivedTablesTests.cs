using System.Text.RegularExpressions;
using AuditServer.Rebuild;
using AuditServer.Storage;
using AuditServer.Tests.Storage;

namespace AuditServer.Tests.Rebuild;

/// <summary>
/// Nothing of either schema is unknown to a rebuild: what a migration adds is compared with what the log makes it, or stands
/// here with the reason why not.
/// </summary>
public sealed partial class DerivedTablesTests
{
    // Tables, and columns of tables that are compared otherwise. The journal of the migrations (SchemaVersions, schema_versions)
    // is made by the program that runs them, is in no script and is no matter of the log.
    private static readonly Dictionary<string, string> NotDerived = new(StringComparer.Ordinal)
    {
        ["checkpoints"] = "signed, and so never made once more: each is held against the root that the log has at its size",
        ["log_head"] = "one row, of which size, time and root are compared by themselves; turns and the schema's version are in no entry",
        ["entries"] = "the log: every entry is replayed",
        ["entry_payloads"] = "the log: every payload is held against its entry's digest",
        ["sources.source_id"] = "a number that the database gives; rows stand by the names behind it",
        ["access_log"] = "who read what is in no entry; digests of it are, and each is held against its rows",
        ["public_tables"] = "made when somebody asks, of the log as it was then: each says in as_of how it is made again",
        ["rollup_months.changes"] = "in how many turns counts of a month changed: which entries were of one turn is in no entry",
        ["audits.freeze_attempt"] = "how often a freeze was attempted is in no entry",
    };

    public static TheoryData<string> Reads =>
        [.. typeof(IDerivedSnapshot).GetMethods().Select(m => m.Name).Where(n => n.StartsWith("Read", StringComparison.Ordinal))];

    [Fact]
    public void Every_column_on_sqlite_is_compared_or_known_not_to_be_derived()
    {
        using var gate = new SqliteGate();
        Assert.Equal(Known(), gate.Columns().Where(c => !NotDerived.ContainsKey(TableOf(c))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_column_on_sql_server_is_compared_or_known_not_to_be_derived() => Assert.Equal(
        Known().Select(c => InMicroseconds().Replace(c, "")).Order(StringComparer.Ordinal),
        SqlServerSchema.Shipped.Columns.Select(c => c["crimeaudit.".Length..])
            .Where(c => !NotDerived.ContainsKey(TableOf(c))).Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_said_not_to_be_derived_is_there()
    {
        using var gate = new SqliteGate();
        Assert.Empty(NotDerived.Keys.Except(gate.Columns().Concat(gate.Columns().Select(TableOf))));
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public void Both_engines_read_every_member_of_a_row(string read)
    {
        IEnumerable<string> members = typeof(IDerivedSnapshot).GetMethod(read)!.ReturnType.GetGenericArguments()[0]
            .GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Order(StringComparer.Ordinal);
        string file = $"read-derived{Words().Replace(read["Read".Length..^"Async".Length], m => $"-{m.Value.ToLowerInvariant()}")}";
        Assert.Equal(members, NamesIn(new SqlText(StorageOptions.Sqlite)[file]));
        Assert.Equal(members, NamesIn(new SqlText(StorageOptions.SqlServer)[file]));
    }

    /// <summary>What is compared, and the columns that are not: a document is compared by its fields too.</summary>
    private static IEnumerable<string> Known() => DerivedTables.Of(new StagedAudits())
        .SelectMany(table => table.Columns.Where(c => !c.Contains('.', StringComparison.Ordinal)).Select(c => $"{table.Name}.{c}"))
        .Concat(NotDerived.Keys.Where(k => k.Contains('.', StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal);

    private static string TableOf(string column) => column[..column.IndexOf('.', StringComparison.Ordinal)];

    private static IEnumerable<string> NamesIn(string sql) =>
        Named().Matches(sql).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);

    /// <summary>SQLite has times in µs, and says so in the name.</summary>
    [GeneratedRegex("_micros$")]
    private static partial Regex InMicroseconds();

    [GeneratedRegex("[A-Z][a-z]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"\bAS (\w+)")]
    private static partial Regex Named();
}
