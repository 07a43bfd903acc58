-- Some incidents whose open crimes were written before urgency was known.
SELECT DISTINCT TOP (@at_most) i.force AS Force, s.source_system AS SourceSystem, i.ref AS Ref
FROM crimeaudit.open_alleged_crimes o
  JOIN crimeaudit.incidents i ON i.incident_id = o.incident_id
  JOIN crimeaudit.sources s ON s.source_id = i.source_id
WHERE o.urgency IS NULL;
