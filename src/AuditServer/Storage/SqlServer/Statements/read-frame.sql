-- The units of a frame that have their ids: stratum by stratum, each in ordinal order.
SELECT stratum AS Stratum, unit_id AS UnitId
FROM crimeaudit.frame_units
WHERE audit_no = @audit_no AND place IS NULL
ORDER BY stratum, unit_id;
