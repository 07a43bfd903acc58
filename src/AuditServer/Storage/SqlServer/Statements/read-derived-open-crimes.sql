-- All open alleged and presumed crimes, incident by incident.
SELECT incident_id AS IncidentId, alleged_ref AS AllegedRef, force AS Force,
  DATEDIFF_BIG(microsecond, '1970-01-01', deadline) AS DeadlineMicros, month AS Month, class AS Class, presumed AS Presumed,
  DATEDIFF_BIG(microsecond, '1970-01-01', reported) AS ReportedMicros, offence_code AS OffenceCode,
  offence_category AS OffenceCategory, reporter_kind AS ReporterKind, urgency AS Urgency
FROM crimeaudit.open_alleged_crimes
ORDER BY incident_id;
