-- The id of an incident, by force, opening system and reference.
SELECT i.incident_id
FROM crimeaudit.sources s JOIN crimeaudit.incidents i ON i.source_id = s.source_id
WHERE s.force = @force AND s.source_system = @source_system AND i.ref = @ref;
