-- The entry that holds a request id of a sending system.
SELECT e.entry_index, e.accepted_micros, coalesce(p.payload, r.residue), r.redaction_entry
FROM entries e
LEFT JOIN entry_payloads p ON p.entry_index = e.entry_index
LEFT JOIN entry_residues r ON r.entry_index = e.entry_index
WHERE e.source_id = $source_id AND e.request_id = $request_id AND (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL);
