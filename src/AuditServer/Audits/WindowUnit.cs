using AuditServer.Incidents;
using CrimeAudit.V1;

namespace AuditServer.Audits;

/// <summary>A report as far as a frame asks about it; or a cancelled crime or N100, with what the report says that it is of.</summary>
/// <param name="SourceSystem">The system that opened the report.</param>
/// <param name="Ref">Its reference there.</param>
/// <param name="Status">Where the report stands.</param>
internal readonly record struct WindowUnit(string SourceSystem, string Ref, IncidentStatus Status)
{
    /// <summary>When the report was made, or the record.</summary>
    public required long Micros { get; init; }

    public required TimePrecision Precision { get; init; }

    public required string OpeningCode { get; init; }

    /// <summary>As in <see cref="IncidentRow.Qualifiers"/>.</summary>
    public required string Qualifiers { get; init; }

    /// <summary>Offence groups of the report's crimes, or of the record alone, as in <see cref="IncidentRow.Groups"/>.</summary>
    public required int Groups { get; init; }

    public Channel Channel { get; init; }

    public ReporterKind ReporterKind { get; init; }

    /// <summary>As in <see cref="IncidentRow.UnrecordedReasons"/>.</summary>
    public int UnrecordedReasons { get; init; }

    /// <summary>The cancelled crime or N100; null for a report.</summary>
    public WindowRecord? Record { get; init; }

    /// <summary>The units of an incident: the report, where it was told, and its cancelled crimes and N100s.</summary>
    public static IEnumerable<WindowUnit> Of(IncidentRow row)
    {
        var unit = new WindowUnit(row.Name.SourceSystem, row.Name.Ref, row.Status)
        {
            Micros = row.ReportedMicros ?? 0,
            Precision = row.ReportedPrecision,
            OpeningCode = row.OpeningCode,
            Qualifiers = row.Qualifiers,
            Groups = row.Groups,
            Channel = row.Channel,
            ReporterKind = row.ReporterKind,
            UnrecordedReasons = row.UnrecordedReasons,
        };
        IEnumerable<WindowUnit> records = row.NoCrimeRecords.Select(r => unit with
        {
            Micros = r.Micros,
            Precision = r.Precision,
            Groups = r.Groups,
            Record = new WindowRecord(r.Kind, r.Sender, r.Ref, r.Reason, r.Code),
        });
        return row.ReportedMicros is null ? records : records.Prepend(unit);
    }
}
