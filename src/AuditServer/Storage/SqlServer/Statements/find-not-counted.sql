-- Some incidents that a program wrote which did not count by further dimensions.
SELECT TOP (@at_most) i.force AS Force, s.source_system AS SourceSystem, i.ref AS Ref
FROM crimeaudit.incidents i JOIN crimeaudit.sources s ON s.source_id = i.source_id
WHERE i.area IS NULL;
