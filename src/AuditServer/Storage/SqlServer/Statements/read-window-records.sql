-- Cancelled crimes and N100s of a force whose time, as far as it is known, begins in a range, with what their incidents say.
SELECT
  s.source_system AS SourceSystem, i.ref AS Ref, i.status AS Status, r.recorded AS Recorded, r.recorded_precision AS [Precision],
  i.opening_code AS OpeningCode, i.qualifiers AS Qualifiers, r.groups AS Groups, i.channel AS Channel, i.reporter_kind AS ReporterKind,
  i.unrecorded_reasons AS UnrecordedReasons, r.kind AS Kind, r.sender AS Sender, r.ref AS RecordRef, r.reason AS Reason, r.code AS Code
FROM crimeaudit.no_crime_records r
  JOIN crimeaudit.incidents i ON i.incident_id = r.incident_id
  JOIN crimeaudit.sources s ON s.source_id = i.source_id
WHERE r.force = @force AND r.recorded >= @from AND r.recorded < @to;
