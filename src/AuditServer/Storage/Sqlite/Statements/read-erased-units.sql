-- The units of a frame whose incidents were erased, by their places.
SELECT stratum, place, unit_id, leaf_hash, ticket FROM frame_units
WHERE audit_no = $audit_no AND place IS NOT NULL
ORDER BY stratum, place;
