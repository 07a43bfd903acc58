-- Drops some units that an earlier attempt to freeze staged.
DELETE FROM frame_units
WHERE audit_no = $audit_no AND (stratum, unit_id) IN (
  SELECT stratum, unit_id FROM frame_units WHERE audit_no = $audit_no ORDER BY stratum, unit_id LIMIT $at_most);
