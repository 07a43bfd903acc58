-- The units of all frames.
SELECT audit_no AS AuditNo, stratum AS Stratum, unit_id AS UnitId, place AS Place, leaf_hash AS LeafHash, ticket AS Ticket
FROM crimeaudit.frame_units
ORDER BY audit_no, stratum, unit_id;
