-- Writes the derived rows of incidents: those there are anew, then the others; what was unanswered of them is
-- forgotten, and so are their cancelled crimes and N100s.
UPDATE i
SET status = r.status, reported = r.reported, reported_precision = r.reported_precision, channel = r.channel,
    opening_code = r.opening_code, closing_code = r.closing_code, area = r.area, qualifiers = r.qualifiers, groups = r.groups,
    reporter_kind = r.reporter_kind, unrecorded_reasons = r.unrecorded_reasons, alleged_crimes = r.alleged_crimes,
    open_crimes = r.open_crimes, crime_records = r.crime_records
FROM crimeaudit.incidents i JOIN @incidents r ON r.incident_id = i.incident_id;

INSERT INTO crimeaudit.incidents (
  incident_id, force, source_id, ref, status, reported, reported_precision, channel, opening_code, closing_code, area, qualifiers,
  groups, reporter_kind, unrecorded_reasons, alleged_crimes, open_crimes, crime_records)
SELECT
  r.incident_id, r.force, r.source_id, r.ref, r.status, r.reported, r.reported_precision, r.channel, r.opening_code, r.closing_code,
  r.area, r.qualifiers, r.groups, r.reporter_kind, r.unrecorded_reasons, r.alleged_crimes, r.open_crimes, r.crime_records
FROM @incidents r
WHERE NOT EXISTS (SELECT 1 FROM crimeaudit.incidents i WHERE i.incident_id = r.incident_id);

DELETE o
FROM crimeaudit.open_alleged_crimes o JOIN @incidents r ON r.incident_id = o.incident_id
WHERE r.had_open = 1;

DELETE n
FROM crimeaudit.no_crime_records n JOIN @incidents r ON r.incident_id = n.incident_id
WHERE r.had_no_crime_records = 1;
