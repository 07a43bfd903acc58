-- Writes a cancelled crime or N100.
INSERT INTO no_crime_records (
  incident_id, kind, sender, ref, force, recorded_micros, recorded_precision, groups, reason, code)
VALUES ($incident_id, $kind, $sender, $ref, $force, $recorded_micros, $recorded_precision, $groups, $reason, $code);
