-- The units of a frame that have their ids: stratum by stratum, each in ordinal order.
SELECT stratum, unit_id FROM frame_units WHERE audit_no = $audit_no AND place IS NULL ORDER BY stratum, unit_id;
