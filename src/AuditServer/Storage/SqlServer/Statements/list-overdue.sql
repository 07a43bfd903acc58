-- A page of a force's due crimes, worst first: most points, then the earliest deadline.
SELECT TOP (@page_size)
  o.incident_id AS IncidentId, o.alleged_ref AS AllegedRef, o.force AS Force, s.source_system AS SourceSystem, i.ref AS Ref,
  i.opening_code AS OpeningCode, i.qualifiers AS Qualifiers, o.reported AS Reported, o.deadline AS Deadline, o.class AS Class,
  o.presumed AS Presumed, o.offence_code AS OffenceCode, o.offence_category AS OffenceCategory, o.reporter_kind AS ReporterKind,
  o.urgency AS Urgency
FROM crimeaudit.open_alleged_crimes o
  JOIN crimeaudit.incidents i ON i.incident_id = o.incident_id
  JOIN crimeaudit.sources s ON s.source_id = i.source_id
WHERE o.force = @force AND o.urgency <= @after_urgency AND o.deadline < @due_before
  AND (@classes & CAST(POWER(2, o.class) AS int)) <> 0 AND (@origin = 0 OR o.presumed = @origin - 1)
  AND (o.urgency < @after_urgency OR o.deadline > @after_deadline
    OR (o.deadline = @after_deadline AND (o.incident_id > @after_incident
      OR (o.incident_id = @after_incident AND o.alleged_ref > @after_ref))))
ORDER BY o.urgency DESC, o.deadline, o.incident_id, o.alleged_ref;
