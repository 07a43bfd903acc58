-- Writes the derived row of an incident.
INSERT INTO incidents (
  incident_id, force, source_id, ref, status, reported_micros, reported_precision, opening_code, qualifiers, groups,
  alleged_crimes, open_crimes, crime_records)
VALUES (
  $incident_id, $force, $source_id, $ref, $status, $reported_micros, $reported_precision, $opening_code, $qualifiers, $groups,
  $alleged_crimes, $open_crimes, $crime_records)
ON CONFLICT (incident_id) DO UPDATE SET
  status = excluded.status, reported_micros = excluded.reported_micros, reported_precision = excluded.reported_precision,
  opening_code = excluded.opening_code, qualifiers = excluded.qualifiers, groups = excluded.groups,
  alleged_crimes = excluded.alleged_crimes, open_crimes = excluded.open_crimes, crime_records = excluded.crime_records;
