-- Stages a unit of a frame.
INSERT INTO frame_units (audit_no, stratum, unit_id) VALUES ($audit_no, $stratum, $unit_id);
