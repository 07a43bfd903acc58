-- Incidents and direct crimes of a force whose time, as far as it is known, begins in a range.
SELECT s.source_system, i.ref, i.status, i.reported_micros, i.reported_precision, i.opening_code, i.qualifiers, i.groups, i.channel,
  i.reporter_kind, i.unrecorded_reasons
FROM incidents i JOIN sources s ON s.source_id = i.source_id
WHERE i.force = $force AND i.reported_micros >= $from_micros AND i.reported_micros < $to_micros;
