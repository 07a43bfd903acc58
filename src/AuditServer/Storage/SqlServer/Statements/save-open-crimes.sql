-- Writes alleged crimes that nothing answers yet, of incidents just saved.
INSERT INTO crimeaudit.open_alleged_crimes (incident_id, alleged_ref, force, deadline, month, class)
SELECT incident_id, alleged_ref, force, deadline, month, class FROM @open_crimes;
