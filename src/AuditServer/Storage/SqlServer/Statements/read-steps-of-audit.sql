-- The steps of all items of an audit.
SELECT s.entry_index AS EntryIndex, COALESCE(p.payload, r.residue) AS Payload, r.redaction_entry AS RedactedBy
FROM crimeaudit.item_steps s
JOIN crimeaudit.entries e ON e.entry_index = s.entry_index
LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = s.entry_index
LEFT JOIN crimeaudit.entry_residues r ON r.entry_index = s.entry_index
WHERE s.audit_no = @audit_no AND (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL)
ORDER BY s.entry_index;
