-- Some incidents that an earlier program wrote: without the urgency of their open crimes, or without what frames read of them.
SELECT TOP (@at_most) i.force AS Force, s.source_system AS SourceSystem, i.ref AS Ref
FROM crimeaudit.incidents i JOIN crimeaudit.sources s ON s.source_id = i.source_id
WHERE i.reporter_kind IS NULL
  OR EXISTS (SELECT 1 FROM crimeaudit.open_alleged_crimes o WHERE o.incident_id = i.incident_id AND o.urgency IS NULL);
