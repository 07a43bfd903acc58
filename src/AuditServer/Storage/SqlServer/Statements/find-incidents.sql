-- Incidents with all their updates, in the order of the log.
SELECT n.ordinal AS Ordinal, i.incident_id AS IncidentId, e.entry_index AS EntryIndex, e.accepted AS Accepted, COALESCE(p.payload, r.residue) AS Payload,
  r.redaction_entry AS RedactedBy
FROM @names n
JOIN crimeaudit.incidents i ON i.source_id = n.source_id AND i.ref = n.ref
JOIN crimeaudit.incident_entries ie ON ie.incident_id = i.incident_id
JOIN crimeaudit.entries e ON e.entry_index = ie.entry_index
LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = ie.entry_index
LEFT JOIN crimeaudit.entry_residues r ON r.entry_index = ie.entry_index
WHERE (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL)
ORDER BY n.ordinal, e.entry_index;
