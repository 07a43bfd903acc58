-- Writes cancelled crimes and N100s.
INSERT INTO crimeaudit.no_crime_records (
  incident_id, kind, sender, ref, force, recorded, recorded_precision, groups, reason, code)
SELECT n.incident_id, n.kind, n.sender, n.ref, n.force, n.recorded, n.recorded_precision, n.groups, n.reason, n.code
FROM @records n;
