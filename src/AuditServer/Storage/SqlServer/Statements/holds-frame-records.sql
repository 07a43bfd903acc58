-- Whether a frame holds a cancelled crime or an N100 of an incident: a unit whose id goes on after the incident's.
SELECT CAST(COUNT_BIG(*) AS bigint)
FROM (
  SELECT TOP (1) f.unit_id
  FROM crimeaudit.frame_units f
  WHERE f.audit_no = @audit_no AND f.stratum < @strata AND f.unit_id > @after AND f.unit_id < @before) held;
