-- The entries that hold request ids of a sending system, given as [request_id, ...].
SELECT e.request_id, e.entry_index, e.accepted_micros, coalesce(p.payload, r.residue), r.redaction_entry
FROM json_each($request_ids) k
CROSS JOIN entries e ON e.source_id = $source_id AND e.request_id = k.value
LEFT JOIN entry_payloads p ON p.entry_index = e.entry_index
LEFT JOIN entry_residues r ON r.entry_index = e.entry_index
WHERE p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL;
