-- Whether a frame holds a cancelled crime or an N100 of an incident: a unit whose id goes on after the incident's.
WITH RECURSIVE strata (stratum) AS (SELECT 0 UNION ALL SELECT stratum + 1 FROM strata WHERE stratum + 1 < $strata)
SELECT EXISTS (
  SELECT 1
  FROM strata s CROSS JOIN frame_units f
    ON f.audit_no = $audit_no AND f.stratum = s.stratum AND f.unit_id > $after AND f.unit_id < $before);
