-- The steps of all items of an audit.
SELECT s.entry_index, coalesce(p.payload, r.residue), r.redaction_entry
FROM item_steps s
JOIN entries e ON e.entry_index = s.entry_index
LEFT JOIN entry_payloads p ON p.entry_index = s.entry_index
LEFT JOIN entry_residues r ON r.entry_index = s.entry_index
WHERE s.audit_no = $audit_no AND (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL)
ORDER BY s.entry_index;
