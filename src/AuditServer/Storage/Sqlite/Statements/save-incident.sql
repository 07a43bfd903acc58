-- Writes the derived row of an incident.
INSERT INTO incidents (
  incident_id, force, source_id, ref, status, reported_micros, reported_precision, channel, opening_code, closing_code, area,
  qualifiers, groups, reporter_kind, unrecorded_reasons, alleged_crimes, open_crimes, crime_records)
VALUES (
  $incident_id, $force, $source_id, $ref, $status, $reported_micros, $reported_precision, $channel, $opening_code, $closing_code, $area,
  $qualifiers, $groups, $reporter_kind, $unrecorded_reasons, $alleged_crimes, $open_crimes, $crime_records)
ON CONFLICT (incident_id) DO UPDATE SET
  status = excluded.status, reported_micros = excluded.reported_micros, reported_precision = excluded.reported_precision,
  channel = excluded.channel, opening_code = excluded.opening_code, closing_code = excluded.closing_code, area = excluded.area,
  qualifiers = excluded.qualifiers, groups = excluded.groups, reporter_kind = excluded.reporter_kind,
  unrecorded_reasons = excluded.unrecorded_reasons, alleged_crimes = excluded.alleged_crimes,
  open_crimes = excluded.open_crimes, crime_records = excluded.crime_records;
