-- The units of all frames.
SELECT audit_no AS AuditNo, stratum AS Stratum, unit_id AS UnitId
FROM crimeaudit.frame_units
ORDER BY audit_no, stratum, unit_id;
