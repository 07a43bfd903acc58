-- Some incidents that an earlier program wrote: without the urgency of their open crimes, or without what frames read of them.
SELECT i.force AS Force, s.source_system AS SourceSystem, i.ref AS Ref
FROM incidents i JOIN sources s ON s.source_id = i.source_id
WHERE i.incident_id IN (SELECT o.incident_id FROM open_alleged_crimes o WHERE o.urgency IS NULL)
  OR i.incident_id IN (SELECT w.incident_id FROM incidents w WHERE w.reporter_kind IS NULL)
LIMIT $at_most;
