-- Writes an alleged or presumed crime that nothing answers yet.
INSERT INTO open_alleged_crimes (
  incident_id, alleged_ref, force, deadline_micros, month, class, presumed, reported_micros, offence_code, offence_category,
  reporter_kind, urgency)
VALUES (
  $incident_id, $alleged_ref, $force, $deadline_micros, $month, $class, $presumed, $reported_micros, $offence_code, $offence_category,
  $reporter_kind, $urgency);
