-- Stages units of a frame.
INSERT INTO crimeaudit.frame_units (audit_no, stratum, unit_id) SELECT @audit_no, stratum, unit_id FROM @units;
