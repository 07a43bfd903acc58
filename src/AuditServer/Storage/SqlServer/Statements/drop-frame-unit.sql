-- Drops a staged unit.
DELETE FROM crimeaudit.frame_units WHERE audit_no = @audit_no AND stratum = @stratum AND unit_id = @unit_id;
