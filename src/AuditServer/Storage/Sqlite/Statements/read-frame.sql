-- The units of a frame: stratum by stratum, each in ordinal order.
SELECT stratum, unit_id FROM frame_units WHERE audit_no = $audit_no ORDER BY stratum, unit_id;
