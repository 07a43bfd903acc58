-- All updates of an incident, in the order of the log.
SELECT e.entry_index AS EntryIndex, e.accepted AS Accepted, p.payload AS Payload
FROM crimeaudit.incident_entries i
JOIN crimeaudit.entries e ON e.entry_index = i.entry_index
JOIN crimeaudit.entry_payloads p ON p.entry_index = i.entry_index
WHERE i.incident_id = @incident_id
ORDER BY i.entry_index;
