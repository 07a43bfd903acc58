using System.Data.Common;
using AuditServer.Incidents;
using AuditServer.Sequencing;

namespace AuditServer.Storage.Sqlite;

/// <summary>Incidents inside a turn: looked up as one set, and written by a prepared statement a row.</summary>
/// <param name="writer">The writing connection.</param>
/// <param name="database">The file.</param>
/// <param name="head">Where the log ended when the turn began.</param>
internal sealed class SqliteIncidentWrites(SqliteWriter writer, SqliteDatabase database, LogHead head) : IIncidentWrites
{
    public ValueTask<IReadOnlyDictionary<IncidentName, KnownIncident>> ReadAsync(
        IReadOnlyCollection<IncidentName> names, CancellationToken cancel) =>
        ValueTask.FromResult(SqliteKnownIncidents.Read(writer, names));

    /// <summary>
    /// By a reader, which sees what was committed last: while the turn holds the file's write lock nobody else commits. That it has the
    /// turn's very file open is looked at, since a file can be replaced under a server that runs.
    /// </summary>
    /// <exception cref="StorageUnreachableException">It has another; the next turn opens its connections anew.</exception>
    public Task<IReadOnlyDictionary<IncidentName, KnownIncident>> ReadBesideAsync(
        IEnumerable<IncidentName> names, CancellationToken cancel) => Task.Run(
            async () =>
            {
                (SqliteReader reader, LogHead readersHead) = await database.ReaderAtHeadAsync(cancel);
                using (reader)
                {
                    if (!readersHead.IsSameAs(head))
                    {
                        database.LetGo();
                        throw new StorageUnreachableException("The database file was replaced.");
                    }

                    return SqliteKnownIncidents.Read(reader, names.ToHashSet(), before: long.MaxValue);
                }
            },
            cancel);

    public ValueTask SaveAsync(IReadOnlyList<IncidentRow> rows, CancellationToken cancel)
    {
        ISqliteStatement save = writer.Statement(
            "save-incident", "incident_id", "force", "source_id", "ref", "status", "reported_micros", "reported_precision",
            "channel", "opening_code", "closing_code", "area", "qualifiers", "groups", "reporter_kind", "unrecorded_reasons",
            "alleged_crimes", "open_crimes", "crime_records");
        foreach (IncidentRow row in rows)
        {
            long source = writer.SourceId(row.Name.Force, row.Name.SourceSystem);
            save.Run(
                row.IncidentId, row.Name.Force, source, row.Name.Ref, (int)row.Status, row.ReportedMicros, (int)row.ReportedPrecision,
                (int)row.Channel, row.OpeningCode, row.ClosingCode, row.Area, row.Qualifiers, row.Groups, (int)row.ReporterKind,
                row.UnrecordedReasons, row.AllegedCrimes, row.Open.Count, row.CrimeRecords);
            SaveOpen(row);
            SaveNoCrimeRecords(row);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask AddToRollupsAsync(RollupDeltas deltas, CancellationToken cancel)
    {
        ISqliteStatement add = writer.Statement("add-to-rollup", "force", "month", "class", "counted", "change");
        foreach (RollupDelta delta in deltas.Cells)
        {
            add.Run(delta.Force, delta.Cell.Month, (int)delta.Cell.Class, (int)delta.Count, delta.Change);
        }

        ISqliteStatement addByValue = writer.Statement(
            "add-to-rollup-by-value", "force", "dimension", "month", "value", "class", "counted", "change");
        foreach (RollupValueDelta delta in deltas.Values)
        {
            addByValue.Run(
                delta.Force, (int)delta.Value.Dimension, delta.Cell.Month, delta.Value.Value, (int)delta.Cell.Class, (int)delta.Count,
                delta.Change);
        }

        ISqliteStatement mark = writer.Statement("mark-rollup-month", "force", "month");
        foreach (RollupMonth month in deltas.Months)
        {
            mark.Run(month.Force, month.Month);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<IncidentName>> FindNotCountedAsync(int atMost, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<IncidentName>>(FindNotCounted(atMost));

    public ValueTask TouchSourcesAsync(IReadOnlyList<SourceTouch> touches, CancellationToken cancel)
    {
        ISqliteStatement touch = writer.Statement("touch-source", "accepted_micros", "event_micros", "source_id");
        foreach (SourceTouch source in touches)
        {
            touch.Run(source.AcceptedMicros, source.EventMicros, writer.SourceId(source.Force, source.SourceSystem));
        }

        return ValueTask.CompletedTask;
    }

    private void SaveOpen(IncidentRow row)
    {
        if (row.HadOpen)
        {
            writer.Statement("drop-open-crimes", "incident_id").Run(row.IncidentId);
        }

        foreach (OpenAllegedCrime open in row.Open)
        {
            writer.Statement(
                "save-open-crime", "incident_id", "alleged_ref", "force", "deadline_micros", "month", "class", "presumed",
                "reported_micros", "offence_code", "offence_category", "reporter_kind", "urgency")
                .Run(
                    row.IncidentId, open.AllegedRef, row.Name.Force, open.DeadlineMicros, open.Cell.Month, (int)open.Cell.Class,
                    open.Presumed ? 1 : 0, open.ReportedMicros, open.OffenceCode, open.OffenceCategory, (int)open.ReporterKind, open.Urgency);
        }
    }

    private void SaveNoCrimeRecords(IncidentRow row)
    {
        if (row.HadNoCrimeRecords)
        {
            writer.Statement("drop-no-crime-records", "incident_id").Run(row.IncidentId);
        }

        foreach (NoCrimeRecord record in row.NoCrimeRecords)
        {
            writer.Statement(
                "save-no-crime-record", "incident_id", "kind", "sender", "ref", "force", "recorded_micros", "recorded_precision",
                "groups", "reason", "code")
                .Run(
                    row.IncidentId, (int)record.Kind, record.Sender, record.Ref, row.Name.Force, record.Micros, (int)record.Precision,
                    record.Groups, (int)record.Reason, record.Code);
        }
    }

    private List<IncidentName> FindNotCounted(int atMost)
    {
        var names = new List<IncidentName>();
        using DbDataReader rows = writer.Query("find-not-counted", "at_most").Read(atMost);
        while (rows.Read())
        {
            names.Add(new IncidentName(rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        }

        return names;
    }
}
