-- Cancelled crimes and N100s of a force whose time, as far as it is known, begins in a range, with what their incidents say.
SELECT s.source_system, i.ref, i.status, r.recorded_micros, r.recorded_precision, i.opening_code, i.qualifiers, r.groups, i.channel,
  i.reporter_kind, i.unrecorded_reasons, r.kind, r.sender, r.ref, r.reason, r.code
FROM no_crime_records r JOIN incidents i ON i.incident_id = r.incident_id JOIN sources s ON s.source_id = i.source_id
WHERE r.force = $force AND r.recorded_micros >= $from_micros AND r.recorded_micros < $to_micros;
