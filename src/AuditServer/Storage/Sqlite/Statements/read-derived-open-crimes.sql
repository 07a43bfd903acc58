-- All open alleged and presumed crimes, incident by incident.
SELECT incident_id AS IncidentId, alleged_ref AS AllegedRef, force AS Force, deadline_micros AS DeadlineMicros,
  month AS Month, class AS Class, presumed AS Presumed, reported_micros AS ReportedMicros, offence_code AS OffenceCode,
  offence_category AS OffenceCategory, reporter_kind AS ReporterKind, urgency AS Urgency
FROM open_alleged_crimes
ORDER BY incident_id;
