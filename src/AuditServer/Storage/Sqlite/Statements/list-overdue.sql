-- A page of a force's due crimes, worst first: most points, then the earliest deadline.
SELECT o.incident_id AS IncidentId, o.alleged_ref AS AllegedRef, o.force AS Force, s.source_system AS SourceSystem, i.ref AS Ref,
  i.opening_code AS OpeningCode, i.qualifiers AS Qualifiers, o.reported_micros AS ReportedMicros, o.deadline_micros AS DeadlineMicros,
  o.class AS Class, o.presumed AS Presumed, o.offence_code AS OffenceCode, o.offence_category AS OffenceCategory,
  o.reporter_kind AS ReporterKind, o.urgency AS Urgency
FROM open_alleged_crimes o JOIN incidents i ON i.incident_id = o.incident_id JOIN sources s ON s.source_id = i.source_id
WHERE o.force = $force AND o.urgency <= $after_urgency AND o.deadline_micros < $due_before_micros
  AND (($classes >> o.class) & 1) = 1 AND ($origin = 0 OR o.presumed = $origin - 1)
  AND (o.urgency < $after_urgency OR o.deadline_micros > $after_deadline_micros
    OR (o.deadline_micros = $after_deadline_micros AND (o.incident_id > $after_incident
      OR (o.incident_id = $after_incident AND o.alleged_ref > $after_ref))))
ORDER BY o.urgency DESC, o.deadline_micros, o.incident_id, o.alleged_ref
LIMIT $page_size;
