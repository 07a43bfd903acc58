-- Stages units of a frame. What an attempt stages is always the same, so a row that is there already is the same.
INSERT INTO crimeaudit.frame_units (audit_no, stratum, unit_id)
SELECT @audit_no, n.stratum, n.unit_id
FROM @units n
WHERE NOT EXISTS (
  SELECT 1 FROM crimeaudit.frame_units u
  WHERE u.audit_no = @audit_no AND u.stratum = n.stratum AND u.unit_id = n.unit_id);
