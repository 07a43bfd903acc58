-- Notes that an entry speaks of an incident.
INSERT INTO incident_entries (incident_id, entry_index) VALUES ($incident_id, $entry_index);
