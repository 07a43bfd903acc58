-- Incidents and direct crimes of a force whose time, as far as it is known, begins in a range.
SELECT
  s.source_system AS SourceSystem, i.ref AS Ref, i.status AS Status, i.reported AS Recorded, i.reported_precision AS [Precision],
  i.opening_code AS OpeningCode, i.qualifiers AS Qualifiers, i.groups AS Groups, i.channel AS Channel, i.reporter_kind AS ReporterKind,
  i.unrecorded_reasons AS UnrecordedReasons
FROM crimeaudit.incidents i JOIN crimeaudit.sources s ON s.source_id = i.source_id
WHERE i.force = @force AND i.reported >= @from AND i.reported < @to;
