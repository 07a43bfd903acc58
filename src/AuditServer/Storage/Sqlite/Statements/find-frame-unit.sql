-- In which stratum of a frame a unit stands, and how many units that have their ids stand before it.
WITH RECURSIVE strata (stratum) AS (SELECT 0 UNION ALL SELECT stratum + 1 FROM strata WHERE stratum + 1 < $strata)
SELECT f.stratum,
  (SELECT count(*) FROM frame_units b
   WHERE b.audit_no = $audit_no AND b.stratum = f.stratum AND b.unit_id < $unit_id AND b.place IS NULL)
FROM strata s CROSS JOIN frame_units f ON f.audit_no = $audit_no AND f.stratum = s.stratum AND f.unit_id = $unit_id;
