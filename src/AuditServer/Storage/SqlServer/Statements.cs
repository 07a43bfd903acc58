using static AuditServer.Storage.SqlServer.StatementParameter;

namespace AuditServer.Storage.SqlServer;

/// <summary>
/// All that the service ever runs on SQL Server, each statement with the parameters that the code passes. A test compiles every
/// one of them against the migrated schema.
/// </summary>
internal static class Statements
{
    private const int Force = 64;
    private const int SourceSystem = 80;
    private const int Reference = 128;
    private const int Name = 64;
    private const int UnitId = 800;
    private const int Ticket = 100;
    private const int DatabaseName = 128;
    private const int Note = 4_000;
    private const int Reviewer = 128;

    public static readonly Statement TakeTurn = new("take-turn");

    public static readonly Statement MoveHead = new("move-head", BigInt("size"), Time("accepted"), Digest("root"));

    public static readonly Statement ReadHead = new("read-head");

    public static readonly Statement ReadSize = new("read-size");

    public static readonly Statement SaveTiles = new("save-tiles", Rows("tiles", TableTypes.TileRows));

    public static readonly Statement ReadTiles = new("read-tiles", Rows("names", TableTypes.TileNames));

    public static readonly Statement ReadTilesAfter = new("read-tiles-after", Int("level"), BigInt("tile_index"), Int("at_most"));

    public static readonly Statement ReadTreeSize = new("read-tree-size");

    public static readonly Statement AddCheckpoint = new("add-checkpoint", BigInt("size"), Text("note", Note));

    public static readonly Statement FindCheckpoint = new("find-checkpoint", BigInt("size"));

    public static readonly Statement ReadCheckpoints = new("read-checkpoints", BigInt("size"), Int("version"), Int("at_most"));

    public static readonly Statement FindEntryIndex = new(
        "find-entry-index", Ascii("force", Force), Text("source_system", SourceSystem), Text("request_id", Reference));

    public static readonly Statement ReadSourceIndexes = new(
        "read-source-indexes", Ascii("force", Force), Text("source_system", SourceSystem));

    public static readonly Statement ReadSourceEntries = new(
        "read-source-entries", Ascii("force", Force), Text("source_system", SourceSystem), BigInt("from_index"), Int("at_most"));

    public static readonly Statement ReadSchemaVersion = new("read-schema-version");

    public static readonly Statement CreateSchema = new("create-schema");

    public static readonly Statement LockMigrations = new("lock-migrations");

    public static readonly Statement FindDatabase = new("find-database", Text("name", DatabaseName));

    public static readonly Statement ReadDialect = new("read-dialect");

    public static readonly Statement ReadIsolation = new("read-isolation");

    public static readonly Statement FindLog = new("find-log");

    public static readonly Statement ReadEntries = new("read-entries", BigInt("from_index"), Int("at_most"));

    public static readonly Statement ReadRedactions = new("read-redactions", BigInt("from_index"), Int("at_most"));

    public static readonly Statement ErasePayloads = new("erase-payloads", Rows("residues", TableTypes.ResidueRows));

    public static readonly Statement RenameIncident = new("rename-incident", Text("ref", Reference), BigInt("incident_id"));

    public static readonly Statement FindFrameUnit = new(
        "find-frame-unit", Int("strata"), BigInt("audit_no"), Ascii("unit_id", UnitId));

    public static readonly Statement HoldsFrameRecords = new(
        "holds-frame-records", Int("strata"), BigInt("audit_no"), Ascii("after", UnitId), Ascii("before", UnitId));

    public static readonly Statement DropFrameUnit = new(
        "drop-frame-unit", BigInt("audit_no"), Int("stratum"), Ascii("unit_id", UnitId));

    public static readonly Statement EraseFrameUnit = new(
        "erase-frame-unit", Ascii("token", UnitId), BigInt("place"), Digest("leaf_hash"), Ascii("ticket", Ticket), BigInt("audit_no"),
        Int("stratum"), Ascii("unit_id", UnitId));

    public static readonly Statement ReadErasedUnits = new("read-erased-units", BigInt("audit_no"));

    public static readonly Statement ReadStepsOfAudit = new("read-steps-of-audit", BigInt("audit_no"));

    public static readonly Statement ReadDerivedResidues = new("read-derived-residues");

    public static readonly Statement CheckEntries = new("check-entries", BigInt("from_index"), Int("at_most"));

    public static readonly Statement FindSources = new("find-sources", Rows("names", TableTypes.SourceNames));

    public static readonly Statement AddSources = new("add-sources", Rows("names", TableTypes.SourceNames));

    public static readonly Statement TouchSources = new("touch-sources", Rows("touches", TableTypes.SourceTouches));

    public static readonly Statement FindEntries = new("find-entries", Rows("keys", TableTypes.RequestKeys));

    public static readonly Statement AppendEntries = new("append-entries", Rows("entries", TableTypes.NewEntries));

    public static readonly Statement FindIncidents = new("find-incidents", Rows("names", TableTypes.IncidentNames));

    public static readonly Statement SaveIncidents = new("save-incidents", Rows("incidents", TableTypes.IncidentRows));

    public static readonly Statement SaveOpenCrimes = new("save-open-crimes", Rows("open_crimes", TableTypes.OpenCrimeRows));

    public static readonly Statement SaveNoCrimeRecords = new("save-no-crime-records", Rows("records", TableTypes.NoCrimeRecordRows));

    public static readonly Statement AddToRollups = new("add-to-rollups", Rows("changes", TableTypes.RollupChanges));

    public static readonly Statement AddToRollupsByValue = new("add-to-rollups-by-value", Rows("changes", TableTypes.RollupValueChanges));

    public static readonly Statement MarkRollupMonths = new("mark-rollup-months", Rows("months", TableTypes.RollupMonths));

    public static readonly Statement FindNotCounted = new("find-not-counted", Int("at_most"));

    public static readonly Statement FindIncidentByName = new(
        "find-incident-by-name", Ascii("force", Force), Text("source_system", SourceSystem), Text("ref", Reference));

    public static readonly Statement ReadIncidentUpdates = new("read-incident-updates", BigInt("incident_id"));

    public static readonly Statement ReadUpdates = new("read-updates", BigInt("from_index"), BigInt("to_index"), Int("at_most"));

    public static readonly Statement ReadUpdatesOfForce = new(
        "read-updates-of-force", Ascii("force", Force), BigInt("from_index"), BigInt("to_index"), Int("at_most"));

    public static readonly Statement ListIncidents = new(
        "list-incidents", Ascii("force", Force), BigInt("after"), Int("status"), Time("from"), Time("to"), Int("page_size"));

    public static readonly Statement ReadRollupMonths = new("read-rollup-months", Ascii("force", Force), Int("from_month"), Int("to_month"));

    public static readonly Statement ReadRollups = new("read-rollups", Ascii("force", Force), Int("from_month"), Int("to_month"));

    public static readonly Statement ReadPending = new(
        "read-pending", Ascii("force", Force), Int("from_month"), Int("to_month"), Time("now"));

    public static readonly Statement ReadRollupsByValue = new(
        "read-rollups-by-value", Ascii("force", Force), Int("dimension"), Int("from_month"), Int("to_month"));

    public static readonly Statement ReadPendingByValue = new(
        "read-pending-by-value", Ascii("force", Force), Int("dimension"), Int("from_month"), Int("to_month"), Time("now"));

    public static readonly Statement FindPublicTable = new("find-public-table", Ascii("force", Force));

    public static readonly Statement SavePublicTable = new(
        "save-public-table", Ascii("force", Force), Int("day"), Bytes("document"));

    public static readonly Statement ListOverdue = new(
        "list-overdue", Ascii("force", Force), Time("due_before"), Int("classes"), Int("origin"), Int("after_urgency"),
        Time("after_deadline"), BigInt("after_incident"), Text("after_ref", Reference), Int("page_size"));

    public static readonly Statement CountOverdue = new(
        "count-overdue", Ascii("force", Force), Time("now"), Time("due_before"), Int("classes"), Int("origin"));

    public static readonly Statement ReadDeadlines = new("read-deadlines", Time("from"), Time("to"));

    public static readonly Statement NextDeadline = new("next-deadline", Time("from"));

    public static readonly Statement FindUnderived = new("find-underived", Int("at_most"));

    public static readonly Statement ReadSources = new("read-sources", Ascii("force", Force));

    public static readonly Statement AddAudit = new(
        "add-audit", BigInt("audit_no"), Ascii("audit_id", Name), Ascii("force", Force), Bytes("document"));

    public static readonly Statement SaveAudit = new("save-audit", Bytes("document"), Time("reveal_due"), BigInt("audit_no"));

    public static readonly Statement FindAudit = new("find-audit", Ascii("audit_id", Name));

    public static readonly Statement ListAudits = new("list-audits", BigInt("after"), Int("at_most"));

    public static readonly Statement ListAuditsOfForces = new(
        "list-audits-of-forces", BigInt("after"), Rows("forces", TableTypes.ForceNames), Int("at_most"));

    public static readonly Statement ReadAuditSteps = new(
        "read-audit-steps", Ascii("force", Force), Text("source_system", SourceSystem));

    public static readonly Statement BeginFreeze = new("begin-freeze", BigInt("audit_no"));

    public static readonly Statement DropFrame = new("drop-frame", BigInt("audit_no"), Int("at_most"));

    public static readonly Statement StageFrameUnits = new(
        "stage-frame-units", BigInt("audit_no"), Rows("units", TableTypes.StagedUnits));

    public static readonly Statement StageSampleItems = new(
        "stage-sample-items", BigInt("audit_no"), Rows("items", TableTypes.StagedItems), Int("state"));

    public static readonly Statement FindSampleItem = new("find-sample-item", BigInt("audit_no"), Ascii("unit_id", UnitId));

    public static readonly Statement ReadItemRows = new(
        "read-item-rows", BigInt("audit_no"), Int("only_stratum"), BigInt("from_position"), Bit("in_reserve"), Int("at_most"));

    public static readonly Statement SaveSampleItem = new(
        "save-sample-item", Int("state"), BigInt("review_entry"), Time("due"), Bit("told"), Text("first_reviewer", Reviewer),
        Text("second_reviewer", Reviewer), Text("later_reviewer", Reviewer), BigInt("audit_no"), Int("stratum"), BigInt("position"));

    public static readonly Statement AssignSampleItems = new(
        "assign-sample-items", BigInt("audit_no"), Rows("items", TableTypes.AssignedItems));

    public static readonly Statement EnterReserves = new(
        "enter-reserves", BigInt("audit_no"), Int("stratum"), BigInt("from_position"), BigInt("to_position"));

    public static readonly Statement AddItemStep = new(
        "add-item-step", BigInt("audit_no"), Int("stratum"), BigInt("position"), BigInt("entry_index"));

    public static readonly Statement ReadItemSteps = new("read-item-steps", BigInt("audit_no"), Int("stratum"), BigInt("position"));

    public static readonly Statement FindReviewedItem = new("find-reviewed-item", BigInt("audit_no"), Ascii("unit_id", UnitId));

    public static readonly Statement ReadStepsOfItems = new(
        "read-steps-of-items", BigInt("audit_no"), Int("from_stratum"), BigInt("from_position"), Int("to_stratum"),
        BigInt("to_position"), Text("reviewer", Reviewer), Bit("to_arbitrate"), Bit("told"));

    public static readonly Statement ListDueItems = new("list-due-items", Time("now"), Int("at_most"));

    public static readonly Statement ListDueReveals = new("list-due-reveals", Time("now"), Int("at_most"));

    public static readonly Statement ReadWindowUnits = new("read-window-units", Ascii("force", Force), Time("from"), Time("to"));

    public static readonly Statement ReadWindowRecords = new("read-window-records", Ascii("force", Force), Time("from"), Time("to"));

    public static readonly Statement ReadFrame = new("read-frame", BigInt("audit_no"), Int("stratum"));

    public static readonly Statement ReadSampleItems = new(
        "read-sample-items", BigInt("audit_no"), Int("only_stratum"), Int("after_stratum"), BigInt("after_position"),
        Text("reviewer", Reviewer), Bit("to_arbitrate"), Bit("told"), BigInt("at_most"));

    public static readonly Statement ReadCountedReviews = new("read-counted-reviews", BigInt("audit_no"));

    public static readonly Statement FindLogMark = new("find-log-mark", BigInt("entry_index"));

    public static readonly Statement AddVolumeVersion = new("add-volume-version", Text("version", Name), BigInt("entry_index"));

    public static readonly Statement FindVolumeVersion = new("find-volume-version", Text("version", Name));

    public static readonly Statement ListVolumeVersions = new("list-volume-versions");

    public static readonly Statement ReadVolumes = new("read-volumes", Text("version", Name));

    public static readonly Statement CountEntries = new("count-entries");

    public static readonly Statement AddAccesses = new("add-accesses", Rows("accesses", TableTypes.AccessRows));

    public static readonly Statement FindAccess = new("find-access", BigInt("access_index"));

    public static readonly Statement ReadAccesses = new("read-accesses", BigInt("from_index"), Int("at_most"));

    public static readonly Statement ReadAccessEnd = new("read-access-end");

    public static readonly Statement AddAccessDigest = new(
        "add-access-digest", BigInt("entry_index"), BigInt("first_row"), BigInt("row_count"));

    public static readonly Statement ReadDigestedEnd = new("read-digested-end");

    public static readonly Statement ReadDerivedAccessDigests = new("read-derived-access-digests");

    public static readonly Statement ReadDerivedSources = new("read-derived-sources");

    public static readonly Statement ReadDerivedIncidents = new("read-derived-incidents");

    public static readonly Statement ReadDerivedIncidentEntries = new("read-derived-incident-entries");

    public static readonly Statement ReadDerivedOpenCrimes = new("read-derived-open-crimes");

    public static readonly Statement ReadDerivedNoCrimeRecords = new("read-derived-no-crime-records");

    public static readonly Statement ReadDerivedRollups = new("read-derived-rollups");

    public static readonly Statement ReadDerivedRollupsByValue = new("read-derived-rollups-by-value");

    public static readonly Statement ReadDerivedRollupMonths = new("read-derived-rollup-months");

    public static readonly Statement ReadDerivedAudits = new("read-derived-audits");

    public static readonly Statement ReadDerivedFrameUnits = new("read-derived-frame-units");

    public static readonly Statement ReadDerivedSampleItems = new("read-derived-sample-items");

    public static readonly Statement ReadDerivedItemSteps = new("read-derived-item-steps");

    public static readonly Statement ReadDerivedVolumeVersions = new("read-derived-volume-versions");

    public static readonly Statement ReadDerivedTiles = new("read-derived-tiles");

    public static readonly Statement ReadDerivedCheckpoints = new("read-derived-checkpoints");
}
