-- Some incidents that an earlier program wrote: without the urgency of their open crimes, or without what frames read of them.
SELECT TOP (@at_most) i.force AS Force, s.source_system AS SourceSystem, i.ref AS Ref
FROM (
    SELECT w.incident_id FROM crimeaudit.incidents w WHERE w.reporter_kind IS NULL
    UNION
    SELECT o.incident_id FROM crimeaudit.open_alleged_crimes o WHERE o.urgency IS NULL
  ) n
  JOIN crimeaudit.incidents i ON i.incident_id = n.incident_id
  JOIN crimeaudit.sources s ON s.source_id = i.source_id;
