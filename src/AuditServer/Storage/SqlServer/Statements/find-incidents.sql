-- Incidents with all their updates, in the order of the log.
SELECT n.ordinal AS Ordinal, i.incident_id AS IncidentId, e.entry_index AS EntryIndex, e.accepted AS Accepted, p.payload AS Payload
FROM @names n
JOIN crimeaudit.incidents i ON i.source_id = n.source_id AND i.ref = n.ref
JOIN crimeaudit.incident_entries ie ON ie.incident_id = i.incident_id
JOIN crimeaudit.entries e ON e.entry_index = ie.entry_index
JOIN crimeaudit.entry_payloads p ON p.entry_index = ie.entry_index
ORDER BY n.ordinal, e.entry_index;
