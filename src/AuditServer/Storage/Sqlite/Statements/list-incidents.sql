-- A page of a force's incidents, in the order in which the log first heard of them.
SELECT i.incident_id AS IncidentId, i.force AS Force, s.source_system AS SourceSystem, i.ref AS Ref, i.status AS Status,
  i.reported_micros AS ReportedMicros, i.reported_precision AS ReportedPrecision, i.opening_code AS OpeningCode,
  i.alleged_crimes AS AllegedCrimes, i.open_crimes AS OpenCrimes, i.crime_records AS CrimeRecords
FROM incidents i JOIN sources s ON s.source_id = i.source_id
WHERE i.force = $force AND i.incident_id > $after
  AND ($status = 0 OR i.status = $status)
  AND ($from_micros IS NULL OR i.reported_micros >= $from_micros)
  AND ($to_micros IS NULL OR i.reported_micros < $to_micros)
ORDER BY i.incident_id
LIMIT $page_size;
