-- All cancelled crimes and N100s, by incident.
SELECT incident_id AS IncidentId, kind AS Kind, sender AS Sender, ref AS Ref, force AS Force,
  DATEDIFF_BIG(microsecond, '1970-01-01', recorded) AS RecordedMicros, recorded_precision AS RecordedPrecision, groups AS Groups,
  reason AS Reason, code AS Code
FROM crimeaudit.no_crime_records
ORDER BY incident_id;
