-- All updates of an incident, in the order of the log.
SELECT e.entry_index AS EntryIndex, e.accepted AS Accepted, COALESCE(p.payload, r.residue) AS Payload,
  r.redaction_entry AS RedactedBy
FROM crimeaudit.incident_entries i
JOIN crimeaudit.entries e ON e.entry_index = i.entry_index
LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = i.entry_index
LEFT JOIN crimeaudit.entry_residues r ON r.entry_index = i.entry_index
WHERE i.incident_id = @incident_id AND (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL)
ORDER BY i.entry_index;
