-- The history of an item. Entries of the turn itself have no payload yet.
SELECT s.entry_index AS EntryIndex, e.accepted AS Accepted, COALESCE(p.payload, r.residue) AS Payload
FROM crimeaudit.item_steps s
LEFT JOIN crimeaudit.entries e ON e.entry_index = s.entry_index
LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = s.entry_index
LEFT JOIN crimeaudit.entry_residues r ON r.entry_index = s.entry_index
WHERE s.audit_no = @audit_no AND s.stratum = @stratum AND s.position = @position
ORDER BY s.entry_index;
