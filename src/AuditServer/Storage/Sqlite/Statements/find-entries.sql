-- The entries that hold request ids of sending systems, given as [[source_id, request_id], ...]. The list comes first, so that each of
-- its elements is one look into the index.
SELECT e.source_id, e.request_id, e.entry_index, e.accepted_micros, coalesce(p.payload, r.residue), r.redaction_entry
FROM json_each($keys) k
CROSS JOIN entries e ON e.source_id = k.value ->> 0 AND e.request_id = k.value ->> 1
LEFT JOIN entry_payloads p ON p.entry_index = e.entry_index
LEFT JOIN entry_residues r ON r.entry_index = e.entry_index
WHERE p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL;
