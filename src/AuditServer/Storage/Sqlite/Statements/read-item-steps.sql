-- The history of an item. Entries of the turn itself have no payload yet.
SELECT s.entry_index, e.accepted_micros, coalesce(p.payload, r.residue)
FROM item_steps s
LEFT JOIN entries e ON e.entry_index = s.entry_index
LEFT JOIN entry_payloads p ON p.entry_index = s.entry_index
LEFT JOIN entry_residues r ON r.entry_index = s.entry_index
WHERE s.audit_no = $audit_no AND s.stratum = $stratum AND s.position = $position
ORDER BY s.entry_index;
