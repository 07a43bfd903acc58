-- The entries that hold any of these request ids.
SELECT k.ordinal AS Ordinal, e.entry_index AS EntryIndex, e.accepted AS Accepted, COALESCE(p.payload, r.residue) AS Payload,
  r.redaction_entry AS RedactedBy
FROM @keys k
JOIN crimeaudit.entries e ON e.source_id = k.source_id AND e.request_id = k.request_id
LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = e.entry_index
LEFT JOIN crimeaudit.entry_residues r ON r.entry_index = e.entry_index
WHERE (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL);
