-- Some incidents that a program wrote which did not count by further dimensions.
SELECT i.force AS Force, s.source_system AS SourceSystem, i.ref AS Ref
FROM incidents i JOIN sources s ON s.source_id = i.source_id
WHERE i.area IS NULL
LIMIT $at_most;
