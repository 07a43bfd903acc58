-- In which stratum of a frame a unit stands, and how many units that have their ids stand before it.
WITH strata (stratum) AS (SELECT 0 UNION ALL SELECT stratum + 1 FROM strata WHERE stratum + 1 < @strata)
SELECT f.stratum AS Stratum,
  (SELECT COUNT_BIG(*) FROM crimeaudit.frame_units b
   WHERE b.audit_no = @audit_no AND b.stratum = f.stratum AND b.unit_id < @unit_id AND b.place IS NULL) AS Before
FROM strata s JOIN crimeaudit.frame_units f ON f.audit_no = @audit_no AND f.stratum = s.stratum AND f.unit_id = @unit_id;
