-- Stages a unit of a frame. An attempt stages a unit once, so a row that is there already is of the same turn, run again.
INSERT INTO frame_units (audit_no, stratum, unit_id) VALUES ($audit_no, $stratum, $unit_id)
ON CONFLICT DO NOTHING;
