-- Writes an alleged crime that nothing answers yet.
INSERT INTO open_alleged_crimes (incident_id, alleged_ref, force, deadline_micros, month, class)
VALUES ($incident_id, $alleged_ref, $force, $deadline_micros, $month, $class);
