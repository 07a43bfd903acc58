-- Forgets the cancelled crimes and N100s of an incident.
DELETE FROM no_crime_records WHERE incident_id = $incident_id;
