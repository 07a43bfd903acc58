-- The incidents of a sending system's references given as [ref, ...], by their place in the list, each with its updates before an index
-- in no order. The list comes first, so that each of its elements is one look into the index.
SELECT k.key, i.incident_id, n.entry_index, e.accepted_micros, coalesce(p.payload, r.residue), r.redaction_entry
FROM json_each($refs) k
CROSS JOIN incidents i ON i.source_id = $source_id AND i.ref = k.value
LEFT JOIN incident_entries n ON n.incident_id = i.incident_id AND n.entry_index < $before
LEFT JOIN entries e ON e.entry_index = n.entry_index
LEFT JOIN entry_payloads p ON p.entry_index = n.entry_index
LEFT JOIN entry_residues r ON r.entry_index = n.entry_index;
