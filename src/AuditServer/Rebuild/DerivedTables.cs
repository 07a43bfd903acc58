using System.Globalization;
using System.Security.Cryptography;
using AuditCore.Recording;
using AuditCore.Sampling;
using AuditServer.Rebuild.Rows;

namespace AuditServer.Rebuild;

/// <summary>Every derived table, its columns under the names that they have in the schema of the embedded engine.</summary>
internal static class DerivedTables
{
    /// <summary>The tables.</summary>
    /// <param name="staged">Which audits have a frame and a sample by what the log says: what is staged before counts for nothing.</param>
    public static IReadOnlyList<DerivedTable> Of(StagedAudits staged) =>
    [
        Sources,
        Incidents,
        IncidentEntries,
        OpenCrimes,
        NoCrimeRecords,
        Rollups,
        RollupsByValue,
        RollupMonths,
        ComparedAudit.Table,
        FrameUnits(staged),
        SampleItems(staged),
        ItemSteps,
        Residues,
        VolumeVersions,
        AccessDigests,
        TreeTiles,
    ];

    private static DerivedTable<DerivedSource> Sources => new(
        "sources",
        ["force", "source_system"],
        (snapshot, cancel) => snapshot.ReadSourcesAsync(cancel).SortedAsync(OrderOf, cancel),
        OrderOf,
        s => $"{s.Force}/{s.SourceSystem}",
        new("last_accepted_micros", s => s.LastAcceptedMicros),
        new("last_event_micros", s => s.LastEventMicros));

    private static DerivedTable<DerivedIncident> Incidents => new(
        "incidents",
        ["incident_id"],
        (snapshot, cancel) => snapshot.ReadIncidentsAsync(cancel),
        (a, b) => a.IncidentId.CompareTo(b.IncidentId),
        i => Text($"{i.IncidentId}"),
        new("force", i => i.Force),
        new("source_id", i => i.SourceForce is null ? null : $"{i.SourceForce}/{i.SourceSystem}"),
        new("ref", i => i.Ref),
        new("status", i => i.Status),
        new("reported_micros", i => i.ReportedMicros),
        new("reported_precision", i => i.ReportedPrecision),
        new("channel", i => i.Channel),
        new("opening_code", i => i.OpeningCode),
        new("closing_code", i => i.ClosingCode),
        new("area", i => i.Area),
        new("qualifiers", i => i.Qualifiers),
        new("groups", i => i.Groups),
        new("reporter_kind", i => i.ReporterKind),
        new("unrecorded_reasons", i => i.UnrecordedReasons),
        new("alleged_crimes", i => i.AllegedCrimes),
        new("open_crimes", i => i.OpenCrimes),
        new("crime_records", i => i.CrimeRecords));

    private static DerivedTable<DerivedIncidentEntry> IncidentEntries => new(
        "incident_entries",
        ["incident_id", "entry_index"],
        (snapshot, cancel) => snapshot.ReadIncidentEntriesAsync(cancel),
        (a, b) => (a.IncidentId, a.EntryIndex).CompareTo((b.IncidentId, b.EntryIndex)),
        e => Text($"{e.IncidentId}/{e.EntryIndex}"));

    private static DerivedTable<DerivedOpenCrime> OpenCrimes => new(
        "open_alleged_crimes",
        ["incident_id", "alleged_ref"],
        (snapshot, cancel) => snapshot.ReadOpenCrimesAsync(cancel).SortedWithinAsync(c => c.IncidentId, OrderOf, cancel),
        OrderOf,
        c => Text($"{c.IncidentId}/{c.AllegedRef}"),
        new("force", c => c.Force),
        new("deadline_micros", c => c.DeadlineMicros),
        new("month", c => c.Month),
        new("class", c => c.Class),
        new("presumed", c => c.Presumed),
        new("reported_micros", c => c.ReportedMicros),
        new("offence_code", c => c.OffenceCode),
        new("offence_category", c => c.OffenceCategory),
        new("reporter_kind", c => c.ReporterKind),
        new("urgency", c => c.Urgency));

    private static DerivedTable<DerivedNoCrimeRecord> NoCrimeRecords => new(
        "no_crime_records",
        ["incident_id", "kind", "sender", "ref"],
        (snapshot, cancel) => snapshot.ReadNoCrimeRecordsAsync(cancel).SortedWithinAsync(r => r.IncidentId, OrderOf, cancel),
        OrderOf,
        r => Text($"{r.IncidentId}/{(UnitKind)r.Kind}/{r.Sender}/{r.Ref}"),
        new("force", r => r.Force),
        new("recorded_micros", r => r.RecordedMicros),
        new("recorded_precision", r => r.RecordedPrecision),
        new("groups", r => r.Groups),
        new("reason", r => r.Reason),
        new("code", r => r.Code));

    private static DerivedTable<DerivedRollup> Rollups => new(
        "rollups",
        ["force", "month", "class", "counted"],
        (snapshot, cancel) => snapshot.ReadRollupsAsync(cancel),
        OrderOf,
        r => Text($"{r.Force}/{r.Month}/{r.Class}/{(RollupCount)r.Counted}"),
        new DerivedColumn<DerivedRollup>("number", r => r.Number));

    private static DerivedTable<DerivedRollupByValue> RollupsByValue => new(
        "rollups_by_value",
        ["force", "dimension", "month", "value", "class", "counted"],
        (snapshot, cancel) => snapshot.ReadRollupsByValueAsync(cancel).SortedWithinAsync(r => (r.Force, r.Dimension, r.Month), OrderOf, cancel),
        OrderOf,
        r => Text($"{r.Force}/{(RollupDimension)r.Dimension}/{r.Month}/{r.Value}/{r.Class}/{(RollupCount)r.Counted}"),
        new DerivedColumn<DerivedRollupByValue>("number", r => r.Number));

    private static DerivedTable<DerivedRollupMonth> RollupMonths => new(
        "rollup_months",
        ["force", "month"],
        (snapshot, cancel) => snapshot.ReadRollupMonthsAsync(cancel),
        OrderOf,
        m => Text($"{m.Force}/{m.Month}"));

    private static DerivedTable<DerivedVolumeVersion> VolumeVersions => new(
        "volume_versions",
        ["version"],
        (snapshot, cancel) => snapshot.ReadVolumeVersionsAsync(cancel).SortedAsync(OrderOf, cancel),
        OrderOf,
        v => v.Version,
        new DerivedColumn<DerivedVolumeVersion>("entry_index", v => v.EntryIndex));

    private static DerivedTable<DerivedAccessDigest> AccessDigests => new(
        "access_digests",
        ["entry_index"],
        (snapshot, cancel) => snapshot.ReadAccessDigestsAsync(cancel),
        (a, b) => a.EntryIndex.CompareTo(b.EntryIndex),
        d => Text($"{d.EntryIndex}"),
        new("first_row", d => d.FirstRow),
        new("row_count", d => d.Rows));

    private static DerivedTable<DerivedResidue> Residues => new(
        "entry_residues",
        ["entry_index"],
        (snapshot, cancel) => snapshot.ReadResiduesAsync(cancel),
        (a, b) => a.EntryIndex.CompareTo(b.EntryIndex),
        r => Text($"{r.EntryIndex}"),
        new("redaction_entry", r => r.RedactionEntry),
        new("residue", r => Convert.ToHexStringLower(SHA256.HashData(r.Residue))));

    private static DerivedTable<DerivedTile> TreeTiles => new(
        "tree_tiles",
        ["level", "tile_index"],
        (snapshot, cancel) => snapshot.ReadTilesAsync(cancel),
        (a, b) => (a.Level, a.TileIndex).CompareTo((b.Level, b.TileIndex)),
        t => Text($"{t.Level}/{t.TileIndex}"),
        new("width", t => t.Width),
        new("hashes", t => Convert.ToHexStringLower(SHA256.HashData(t.Hashes))));

    private static DerivedTable<DerivedFrameUnit> FrameUnits(StagedAudits staged) => new(
        "frame_units",
        ["audit_no", "stratum", "unit_id"],
        (snapshot, cancel) => snapshot.ReadFrameUnitsAsync(cancel).Where(u => staged.CountsFrameOf(u.AuditNo)),
        (a, b) => (a.AuditNo, a.Stratum) == (b.AuditNo, b.Stratum)
            ? string.CompareOrdinal(a.UnitId, b.UnitId)
            : (a.AuditNo, a.Stratum).CompareTo((b.AuditNo, b.Stratum)),
        u => Text($"{u.AuditNo}/{u.Stratum}/{u.UnitId}"),
        new("place", u => u.Place),
        new("leaf_hash", u => u.LeafHash is null ? null : Convert.ToHexStringLower(u.LeafHash)),
        new("ticket", u => u.Ticket));

    private static DerivedTable<DerivedSampleItem> SampleItems(StagedAudits staged) => new(
        "sample_items",
        ["audit_no", "stratum", "position"],
        (snapshot, cancel) => snapshot.ReadSampleItemsAsync(cancel).Where(i => staged.CountsSampleOf(i.AuditNo)),
        (a, b) => (a.AuditNo, a.Stratum, a.Position).CompareTo((b.AuditNo, b.Stratum, b.Position)),
        i => Text($"{i.AuditNo}/{i.Stratum}/{i.Position}"),
        new("unit_id", i => i.UnitId),
        new("ticket", i => i.Ticket),
        new("review_entry", i => i.ReviewEntry),
        new("state", i => i.State),
        new("due_micros", i => i.DueMicros),
        new("told", i => i.Told),
        new("first_reviewer", i => i.FirstReviewer),
        new("second_reviewer", i => i.SecondReviewer),
        new("later_reviewer", i => i.LaterReviewer));

    private static DerivedTable<DerivedItemStep> ItemSteps => new(
        "item_steps",
        ["audit_no", "stratum", "position", "entry_index"],
        (snapshot, cancel) => snapshot.ReadItemStepsAsync(cancel),
        (a, b) => (a.AuditNo, a.Stratum, a.Position, a.EntryIndex).CompareTo((b.AuditNo, b.Stratum, b.Position, b.EntryIndex)),
        s => Text($"{s.AuditNo}/{s.Stratum}/{s.Position}/{s.EntryIndex}"));

    private static int OrderOf(DerivedSource a, DerivedSource b) => string.CompareOrdinal(a.Force, b.Force) is var force and not 0
        ? force
        : string.CompareOrdinal(a.SourceSystem, b.SourceSystem);

    private static int OrderOf(DerivedOpenCrime a, DerivedOpenCrime b) => a.IncidentId == b.IncidentId
        ? string.CompareOrdinal(a.AllegedRef, b.AllegedRef)
        : a.IncidentId.CompareTo(b.IncidentId);

    private static int OrderOf(DerivedNoCrimeRecord a, DerivedNoCrimeRecord b)
    {
        int order = (a.IncidentId, a.Kind).CompareTo((b.IncidentId, b.Kind));
        order = order != 0 ? order : string.CompareOrdinal(a.Sender, b.Sender);
        return order != 0 ? order : string.CompareOrdinal(a.Ref, b.Ref);
    }

    private static int OrderOf(DerivedRollup a, DerivedRollup b) => string.CompareOrdinal(a.Force, b.Force) is var force and not 0
        ? force
        : (a.Month, a.Class, a.Counted).CompareTo((b.Month, b.Class, b.Counted));

    private static int OrderOf(DerivedRollupByValue a, DerivedRollupByValue b)
    {
        int order = string.CompareOrdinal(a.Force, b.Force);
        order = order != 0 ? order : (a.Dimension, a.Month).CompareTo((b.Dimension, b.Month));
        order = order != 0 ? order : string.CompareOrdinal(a.Value, b.Value);
        return order != 0 ? order : (a.Class, a.Counted).CompareTo((b.Class, b.Counted));
    }

    private static int OrderOf(DerivedRollupMonth a, DerivedRollupMonth b) => string.CompareOrdinal(a.Force, b.Force) is var force and not 0
        ? force
        : a.Month.CompareTo(b.Month);

    private static int OrderOf(DerivedVolumeVersion a, DerivedVolumeVersion b) => string.CompareOrdinal(a.Version, b.Version);

    private static string Text(FormattableString key) => key.ToString(CultureInfo.InvariantCulture);
}
