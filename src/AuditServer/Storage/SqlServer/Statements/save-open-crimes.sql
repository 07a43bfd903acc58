-- Writes alleged and presumed crimes that nothing answers yet, of incidents just saved.
INSERT INTO crimeaudit.open_alleged_crimes (
  incident_id, alleged_ref, force, deadline, month, class, presumed, reported, offence_code, offence_category, reporter_kind, urgency)
SELECT
  incident_id, alleged_ref, force, deadline, month, class, presumed, reported, offence_code, offence_category, reporter_kind, urgency
FROM @open_crimes;
