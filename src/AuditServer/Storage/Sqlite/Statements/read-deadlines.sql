-- Open crimes of any force whose deadline lies in a range.
SELECT o.incident_id AS IncidentId, o.alleged_ref AS AllegedRef, o.force AS Force, s.source_system AS SourceSystem, i.ref AS Ref,
  i.opening_code AS OpeningCode, i.qualifiers AS Qualifiers, o.reported_micros AS ReportedMicros, o.deadline_micros AS DeadlineMicros,
  o.class AS Class, o.presumed AS Presumed, o.offence_code AS OffenceCode, o.offence_category AS OffenceCategory,
  o.reporter_kind AS ReporterKind, o.urgency AS Urgency
FROM open_alleged_crimes o JOIN incidents i ON i.incident_id = o.incident_id JOIN sources s ON s.source_id = i.source_id
WHERE o.deadline_micros >= $from_micros AND o.deadline_micros < $to_micros;
