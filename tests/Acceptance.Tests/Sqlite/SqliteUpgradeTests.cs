using Acceptance.Tests.Support;
using CrimeAudit.V1;
using Microsoft.Data.Sqlite;
using Population = Acceptance.Tests.Rates.Population;

namespace Acceptance.Tests.Sqlite;

/// <summary>A file that an earlier program wrote, whose open crimes do not say how urgent they are.</summary>
public sealed class SqliteUpgradeTests(SqliteService service) : AcceptanceTests<SqliteService>(service)
{
    private const string ToTheSchemaBefore =
        """
        DROP TABLE tree_tiles;
        DROP TABLE checkpoints;
        ALTER TABLE log_head DROP COLUMN root;
        DROP INDEX updates_by_source;
        DROP INDEX open_alleged_crimes_worst_first;
        DROP INDEX open_alleged_crimes_next_due;
        DROP INDEX open_alleged_crimes_by_deadline;
        ALTER TABLE open_alleged_crimes DROP COLUMN presumed;
        ALTER TABLE open_alleged_crimes DROP COLUMN reported_micros;
        ALTER TABLE open_alleged_crimes DROP COLUMN offence_code;
        ALTER TABLE open_alleged_crimes DROP COLUMN offence_category;
        ALTER TABLE open_alleged_crimes DROP COLUMN reporter_kind;
        ALTER TABLE open_alleged_crimes DROP COLUMN urgency;
        CREATE INDEX open_alleged_crimes_by_deadline ON open_alleged_crimes (force, deadline_micros, month, class);
        UPDATE log_head SET schema_version = 3;
        DELETE FROM SchemaVersions WHERE ScriptName LIKE '%.0004-%' OR ScriptName LIKE '%.0005-%' OR ScriptName LIKE '%.0007-%';
        """;

    [Fact]
    public async Task Is_migrated_and_its_open_crimes_are_derived_anew()
    {
        await WriteAsync(Service, new Population(5, "kent", Service.Clock.GetUtcNow()).Incidents(800));
        ListOverdueResponse before = await ListAsync();
        Assert.True(before.Totals.PresumedOverdue > 50 && before.Totals.Overdue > 200, before.Totals.ToString());

        await Service.RestartAsync(async () =>
        {
            await using var file = new SqliteConnection($"Data Source={Service.DatabaseFile};Pooling=False");
            await file.OpenAsync(Cancel);
            await using SqliteCommand command = file.CreateCommand();
            command.CommandText = ToTheSchemaBefore;
            await command.ExecuteNonQueryAsync(Cancel);
        });
        Assert.Equal(before, await ListAsync());
    }

    private Task<ListOverdueResponse> ListAsync() =>
        Service.Reader("kent").Incidents.ListOverduePageAsync(new ListOverdueRequest { Force = "kent", PageSize = 1_000 }, Cancel);
}
