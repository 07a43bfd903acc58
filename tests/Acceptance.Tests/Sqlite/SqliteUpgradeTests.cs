using Acceptance.Tests.Audits;
using Acceptance.Tests.Audits.Populations;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Microsoft.Data.Sqlite;
using Crimes = Acceptance.Tests.Rates.Population;

namespace Acceptance.Tests.Sqlite;

/// <summary>A file that an earlier program wrote, whose open crimes do not say how urgent they are, and which counts by no further dimension.</summary>
public sealed class SqliteUpgradeTests(SqliteService service) : AcceptanceTests<SqliteService>(service)
{
    private const string ToTheSchemaBefore =
        """
        DROP TABLE rollup_months;
        DROP INDEX audits_by_reveal_due;
        ALTER TABLE audits DROP COLUMN reveal_due_micros;
        DROP TABLE access_log;
        DROP TABLE access_digests;
        DROP TABLE no_crime_records;
        DROP INDEX incidents_without_reporter;
        ALTER TABLE incidents DROP COLUMN reporter_kind;
        ALTER TABLE incidents DROP COLUMN unrecorded_reasons;
        DROP TRIGGER payloads_are_erased_by_a_redaction;
        DROP TABLE entry_residues;
        DROP INDEX redactions;
        DROP INDEX erased_units;
        ALTER TABLE frame_units DROP COLUMN place;
        ALTER TABLE frame_units DROP COLUMN leaf_hash;
        ALTER TABLE frame_units DROP COLUMN ticket;
        DROP TABLE item_steps;
        DROP INDEX items_by_due;
        ALTER TABLE sample_items DROP COLUMN state;
        ALTER TABLE sample_items DROP COLUMN due_micros;
        ALTER TABLE sample_items DROP COLUMN told;
        ALTER TABLE sample_items DROP COLUMN first_reviewer;
        ALTER TABLE sample_items DROP COLUMN second_reviewer;
        ALTER TABLE sample_items DROP COLUMN later_reviewer;
        DROP TABLE tree_tiles;
        DROP TABLE checkpoints;
        ALTER TABLE log_head DROP COLUMN root;
        DROP TABLE public_tables;
        DROP TABLE rollups_by_value;
        DROP INDEX incidents_not_counted_by_value;
        ALTER TABLE incidents DROP COLUMN area;
        ALTER TABLE incidents DROP COLUMN channel;
        ALTER TABLE incidents DROP COLUMN closing_code;
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
        DELETE FROM SchemaVersions
        WHERE ScriptName LIKE '%.0004-%' OR ScriptName LIKE '%.0005-%' OR ScriptName LIKE '%.0006-%' OR ScriptName LIKE '%.0007-%'
          OR ScriptName LIKE '%.0008-%' OR ScriptName LIKE '%.0009-%' OR ScriptName LIKE '%.0010-%' OR ScriptName LIKE '%.0011-%'
          OR ScriptName LIKE '%.0012-%' OR ScriptName LIKE '%.0013-%';
        """;

    [Fact]
    public async Task Is_migrated_and_its_open_crimes_and_further_counts_are_derived_anew()
    {
        await WriteAsync(Service, new Crimes(5, "kent", Service.Clock.GetUtcNow()).Incidents(800));
        ListOverdueResponse before = await ListAsync();
        Assert.True(before.Totals.PresumedOverdue > 50 && before.Totals.Overdue > 200, before.Totals.ToString());

        GetAccountedForRateResponse[] rates = await RatesAsync();

        await Service.RestartAsync(() => DowngradeAsync(Service));
        Assert.Equal(before, await ListAsync());
        Assert.Equal(rates, await RatesAsync());
    }

    [Fact]
    public async Task Is_migrated_and_frames_find_in_it_who_reported_what_was_left_out_and_what_was_cancelled()
    {
        await using SqliteService earlier = await EmptyServiceAsync();
        await SubmitAsync(
            earlier,
            Records.Report("kent", "professional", ReporterKind.ProfessionalThirdParty),
            Told.Report("kent", "duplicate", Told.Alleged("a1")),
            Records.NotRecorded("kent", "duplicate", NotRecordedReason.Duplicate, "a1"),
            Told.Report("kent", "recorded", Told.Alleged("a1")),
            Told.Crime("kent", "recorded", "c1", Records.Later, Codes.Violence, "a1"),
            Records.Cancelled("kent", "recorded", "c1"),
            Records.N100("kent", "recorded", "n-1"));
        await earlier.RestartAsync(() => DowngradeAsync(earlier));

        var audit = new Inspection(earlier, "upgraded", "kent");
        await audit.CreateAsync(Records.Plan(
            "kent", ("professionals", Population.PublicProtection), ("all", Population.Incidents), ("cancelled", Population.CancelledCrimes),
            ("n100s", Population.N100S)));
        Audit frozen = await audit.FreezeAsync();
        Assert.Equal([1L, 1L, 1L, 1L], frozen.Strata.Select(s => s.FrameSize));
        Assert.Equal(NotRecordedReason.Duplicate, Assert.Single(frozen.Frame.Exclusions).Reason);
        Assert.Equal(new VerbResult(0, "", ""), await earlier.VerbAsync("rebuild", "--quiet"));
    }

    private static async Task DowngradeAsync(SqliteService service)
    {
        await using var file = new SqliteConnection($"Data Source={service.DatabaseFile};Pooling=False");
        await file.OpenAsync(Cancel);
        await using SqliteCommand command = file.CreateCommand();
        command.CommandText = ToTheSchemaBefore;
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private async Task<GetAccountedForRateResponse[]> RatesAsync()
    {
        var rates = new List<GetAccountedForRateResponse>();
        foreach (Breakdown breakdown in Enum.GetValues<Breakdown>())
        {
            rates.Add(await Service.Reader("kent").Rates.GetAccountedForAsync("kent", breakdown, Cancel));
        }

        return [.. rates];
    }

    private Task<ListOverdueResponse> ListAsync() =>
        Service.Reader("kent").Incidents.ListOverduePageAsync(new ListOverdueRequest { Force = "kent", PageSize = 1_000 }, Cancel);
}
