-- All updates of an incident, in the order of the log.
SELECT e.entry_index AS "Index", e.accepted_micros AS AcceptedMicros, p.payload AS Payload
FROM incident_entries i
JOIN entries e ON e.entry_index = i.entry_index
JOIN entry_payloads p ON p.entry_index = i.entry_index
WHERE i.incident_id = $incident_id
ORDER BY i.entry_index;
