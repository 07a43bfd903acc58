-- Some incidents whose open crimes were written before urgency was known.
SELECT DISTINCT i.force AS Force, s.source_system AS SourceSystem, i.ref AS Ref
FROM open_alleged_crimes o JOIN incidents i ON i.incident_id = o.incident_id JOIN sources s ON s.source_id = i.source_id
WHERE o.urgency IS NULL
LIMIT $at_most;
