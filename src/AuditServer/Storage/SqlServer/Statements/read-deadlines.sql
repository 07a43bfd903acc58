-- Open crimes of any force whose deadline lies in a range.
SELECT
  o.incident_id AS IncidentId, o.alleged_ref AS AllegedRef, o.force AS Force, s.source_system AS SourceSystem, i.ref AS Ref,
  i.opening_code AS OpeningCode, i.qualifiers AS Qualifiers, o.reported AS Reported, o.deadline AS Deadline, o.class AS Class,
  o.presumed AS Presumed, o.offence_code AS OffenceCode, o.offence_category AS OffenceCategory, o.reporter_kind AS ReporterKind,
  o.urgency AS Urgency
FROM crimeaudit.open_alleged_crimes o
  JOIN crimeaudit.incidents i ON i.incident_id = o.incident_id
  JOIN crimeaudit.sources s ON s.source_id = i.source_id
WHERE o.deadline >= @from AND o.deadline < @to;
