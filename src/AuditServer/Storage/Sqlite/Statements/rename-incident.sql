-- Gives an incident another reference.
UPDATE incidents SET ref = $ref WHERE incident_id = $incident_id;
