-- The units of a frame whose incidents were erased, by their places.
SELECT stratum AS Stratum, place AS Place, unit_id AS UnitId, leaf_hash AS LeafHash, ticket AS Ticket
FROM crimeaudit.frame_units
WHERE audit_no = @audit_no AND place IS NOT NULL
ORDER BY stratum, place;
