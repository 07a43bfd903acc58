-- A page of a force's incidents, in the order in which the log first heard of them.
SELECT TOP (@page_size)
  i.incident_id AS IncidentId, i.force AS Force, s.source_system AS SourceSystem, i.ref AS Ref, i.status AS Status,
  i.reported AS Reported, i.reported_precision AS ReportedPrecision, i.opening_code AS OpeningCode,
  i.alleged_crimes AS AllegedCrimes, i.open_crimes AS OpenCrimes, i.crime_records AS CrimeRecords
FROM crimeaudit.incidents i JOIN crimeaudit.sources s ON s.source_id = i.source_id
WHERE i.force = @force AND i.incident_id > @after
  AND (@status = 0 OR i.status = @status)
  AND (@from IS NULL OR i.reported >= @from)
  AND (@to IS NULL OR i.reported < @to)
ORDER BY i.incident_id;
