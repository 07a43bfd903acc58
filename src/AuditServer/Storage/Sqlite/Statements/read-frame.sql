-- The units of a stratum of a frame that have their ids, in ordinal order.
SELECT unit_id FROM frame_units WHERE audit_no = $audit_no AND stratum = $stratum AND place IS NULL ORDER BY unit_id;
