-- The id of an incident.
SELECT incident_id FROM incidents WHERE source_id = $source_id AND ref = $ref;
