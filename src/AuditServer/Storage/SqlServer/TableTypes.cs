using AuditCore.Ledger;
using AuditServer.Audits;
using AuditServer.Incidents;
using AuditServer.Redactions;
using AuditServer.Security.Accesses;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>The table types of the schema, and how a turn's sets become their rows.</summary>
internal static class TableTypes
{
    private const int Force = 64;
    private const int SourceSystem = 80;
    private const int Reference = 128;
    private const int UnitId = 800;
    private const int Code = 64;

    public static readonly TableType<(string Force, string SourceSystem)> SourceNames = new(
        "crimeaudit.source_names",
        s => [s.Force, s.SourceSystem],
        TableType.Ascii("force", Force),
        TableType.Text("source_system", SourceSystem));

    public static readonly TableType<(long SourceId, SourceTouch Touch)> SourceTouches = new(
        "crimeaudit.source_touches",
        t => [t.SourceId, SqlTime.Of(t.Touch.AcceptedMicros), SqlTime.Of(t.Touch.EventMicros)],
        TableType.BigInt("source_id"),
        TableType.Time("accepted"),
        TableType.Time("event"));

    public static readonly TableType<(long SourceId, string RequestId)> RequestKeys = new(
        "crimeaudit.request_keys",
        k => [k.SourceId, k.RequestId],
        TableType.BigInt("source_id"),
        TableType.Text("request_id", Reference));

    public static readonly TableType<(long SourceId, string Ref)> IncidentNames = new(
        "crimeaudit.incident_names",
        n => [n.SourceId, n.Ref],
        TableType.BigInt("source_id"),
        TableType.Text("ref", Reference));

    public static readonly TableType<(long SourceId, Entry Entry)> NewEntries = new(
        "crimeaudit.new_entries",
        e =>
        [
            e.Entry.Index, (int)e.Entry.Kind, e.SourceId, e.Entry.Key.RequestId, SqlTime.Of(e.Entry.AcceptedMicros), e.Entry.Digest,
            e.Entry.Salt, e.Entry.Payload, e.Entry.IncidentId, e.Entry.RedactedBy,
        ],
        TableType.BigInt("entry_index"),
        TableType.Int("kind"),
        TableType.BigInt("source_id"),
        TableType.Text("request_id", Reference),
        TableType.Time("accepted"),
        TableType.Digest("digest"),
        TableType.Bytes("salt", 64),
        TableType.AnyBytes("payload"),
        TableType.BigInt("incident_id"),
        TableType.BigInt("redacted_by"));

    public static readonly TableType<Residue> ResidueRows = new(
        "crimeaudit.residue_rows",
        r => [r.EntryIndex, r.RedactedBy, r.Bytes],
        TableType.BigInt("entry_index"),
        TableType.BigInt("redaction_entry"),
        TableType.AnyBytes("residue"));

    public static readonly TableType<TileId> TileNames = new(
        "crimeaudit.tile_names", t => [t.Level, t.Index], TableType.Int("level"), TableType.BigInt("tile_index"));

    public static readonly TableType<HashTile> TileRows = new(
        "crimeaudit.tile_rows",
        t => [t.Id.Level, t.Id.Index, t.Count, t.Hashes.ToArray()],
        TableType.Int("level"),
        TableType.BigInt("tile_index"),
        TableType.Int("width"),
        TableType.AnyBytes("hashes"));

    public static readonly TableType<(long SourceId, IncidentRow Row)> IncidentRows = new(
        "crimeaudit.incident_rows",
        i =>
        [
            i.Row.IncidentId, i.Row.Name.Force, i.SourceId, i.Row.Name.Ref, (int)i.Row.Status, SqlTime.Of(i.Row.ReportedMicros),
            (int)i.Row.ReportedPrecision, (int)i.Row.Channel, i.Row.OpeningCode, i.Row.ClosingCode, i.Row.Area, i.Row.Qualifiers,
            i.Row.Groups, (int)i.Row.ReporterKind, i.Row.UnrecordedReasons, i.Row.AllegedCrimes, i.Row.Open.Count, i.Row.CrimeRecords,
            i.Row.HadOpen, i.Row.HadNoCrimeRecords,
        ],
        TableType.BigInt("incident_id"),
        TableType.Ascii("force", Force),
        TableType.BigInt("source_id"),
        TableType.Text("ref", Reference),
        TableType.Int("status"),
        TableType.Time("reported"),
        TableType.Int("reported_precision"),
        TableType.Int("channel"),
        TableType.Text("opening_code", Code),
        TableType.Text("closing_code", Code),
        TableType.Text("area", Code),
        TableType.Ascii("qualifiers", 700),
        TableType.Int("groups"),
        TableType.Int("reporter_kind"),
        TableType.Int("unrecorded_reasons"),
        TableType.Int("alleged_crimes"),
        TableType.Int("open_crimes"),
        TableType.Int("crime_records"),
        TableType.Bit("had_open"),
        TableType.Bit("had_no_crime_records"));

    public static readonly TableType<(IncidentRow Row, NoCrimeRecord Record)> NoCrimeRecordRows = new(
        "crimeaudit.no_crime_record_rows",
        n =>
        [
            n.Row.IncidentId, (int)n.Record.Kind, n.Record.Sender, n.Record.Ref, n.Row.Name.Force, SqlTime.Of(n.Record.Micros),
            (int)n.Record.Precision, n.Record.Groups, (int)n.Record.Reason, n.Record.Code,
        ],
        TableType.BigInt("incident_id"),
        TableType.Int("kind"),
        TableType.Text("sender", SourceSystem),
        TableType.Text("ref", Reference),
        TableType.Ascii("force", Force),
        TableType.Time("recorded"),
        TableType.Int("recorded_precision"),
        TableType.Int("groups"),
        TableType.Int("reason"),
        TableType.Ascii("code", 16));

    public static readonly TableType<(IncidentRow Row, OpenAllegedCrime Open)> OpenCrimeRows = new(
        "crimeaudit.open_crime_rows",
        o =>
        [
            o.Row.IncidentId, o.Open.AllegedRef, o.Row.Name.Force, SqlTime.Of(o.Open.DeadlineMicros), o.Open.Cell.Month,
            (int)o.Open.Cell.Class, o.Open.Presumed ? 1 : 0, SqlTime.Of(o.Open.ReportedMicros), o.Open.OffenceCode,
            o.Open.OffenceCategory, (int)o.Open.ReporterKind, o.Open.Urgency,
        ],
        TableType.BigInt("incident_id"),
        TableType.Text("alleged_ref", Reference),
        TableType.Ascii("force", Force),
        TableType.Time("deadline"),
        TableType.Int("month"),
        TableType.Int("class"),
        TableType.Int("presumed"),
        TableType.Time("reported"),
        TableType.Ascii("offence_code", 16),
        TableType.Text("offence_category", 100),
        TableType.Int("reporter_kind"),
        TableType.Int("urgency"));

    public static readonly TableType<RollupDelta> RollupChanges = new(
        "crimeaudit.rollup_changes",
        d => [d.Force, d.Cell.Month, (int)d.Cell.Class, (int)d.Count, d.Change],
        TableType.Ascii("force", Force),
        TableType.Int("month"),
        TableType.Int("class"),
        TableType.Int("counted"),
        TableType.BigInt("change"));

    public static readonly TableType<RollupValueDelta> RollupValueChanges = new(
        "crimeaudit.rollup_value_changes",
        d => [d.Force, (int)d.Value.Dimension, d.Cell.Month, d.Value.Value, (int)d.Cell.Class, (int)d.Count, d.Change],
        TableType.Ascii("force", Force),
        TableType.Int("dimension"),
        TableType.Int("month"),
        TableType.Text("value", Code),
        TableType.Int("class"),
        TableType.Int("counted"),
        TableType.BigInt("change"));

    public static readonly TableType<RollupMonth> RollupMonths = new(
        "crimeaudit.rollup_month_names", m => [m.Force, m.Month], TableType.Ascii("force", Force), TableType.Int("month"));

    public static readonly TableType<AccessRow> AccessRows = new(
        "crimeaudit.access_rows",
        a => [a.Index, SqlTime.Of(a.AtMicros), a.Subject, a.Roles, a.HomeForces, a.Method, a.Force, a.Records, a.Number],
        TableType.BigInt("access_index"),
        TableType.Time("at"),
        TableType.Text("subject", 256),
        TableType.Ascii("roles", 100),
        TableType.Ascii("home_forces", 2000),
        TableType.Ascii("method", 200),
        TableType.Ascii("force", Force),
        TableType.Ascii("records", 200),
        TableType.BigInt("number"));

    public static readonly TableType<string> ForceNames = new(
        "crimeaudit.force_names", f => [f], TableType.Ascii("force", Force));

    public static readonly TableType<FrameUnit> StagedUnits = new(
        "crimeaudit.staged_units",
        u => [u.Stratum, u.UnitId],
        TableType.Int("stratum"),
        TableType.Ascii("unit_id", UnitId));

    public static readonly TableType<DrawnItem> StagedItems = new(
        "crimeaudit.staged_items",
        i => [i.Stratum, i.Position, i.UnitId, i.Ticket],
        TableType.Int("stratum"),
        TableType.BigInt("position"),
        TableType.Ascii("unit_id", UnitId),
        TableType.Ascii("ticket", 100));

    public static readonly TableType<SampleItemRow> AssignedItems = new(
        "crimeaudit.assigned_items",
        i => [i.Stratum, i.Position, i.FirstReviewer, i.SecondReviewer, i.LaterReviewer],
        TableType.Int("stratum"),
        TableType.BigInt("position"),
        TableType.Text("first_reviewer", Reference),
        TableType.Text("second_reviewer", Reference),
        TableType.Text("later_reviewer", Reference));
}
