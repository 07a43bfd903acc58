-- Which entries speak of which incident.
SELECT incident_id AS IncidentId, entry_index AS EntryIndex
FROM incident_entries
ORDER BY incident_id, entry_index;
