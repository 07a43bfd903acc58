-- All incidents by id, with the names that their sources stand for.
SELECT i.incident_id AS IncidentId, i.force AS Force, s.force AS SourceForce, s.source_system AS SourceSystem, i.ref AS Ref,
  i.status AS Status, i.reported_micros AS ReportedMicros, i.reported_precision AS ReportedPrecision,
  i.channel AS Channel, i.opening_code AS OpeningCode, i.closing_code AS ClosingCode, i.area AS Area, i.qualifiers AS Qualifiers,
  i.groups AS Groups, i.reporter_kind AS ReporterKind, i.unrecorded_reasons AS UnrecordedReasons,
  i.alleged_crimes AS AllegedCrimes, i.open_crimes AS OpenCrimes, i.crime_records AS CrimeRecords
FROM incidents i LEFT JOIN sources s ON s.source_id = i.source_id
ORDER BY i.incident_id;
