-- What an estimate reads of the items of a sample, in stratum and ticket order, with the payloads of the reviews that count.
SELECT i.stratum AS Stratum, i.position AS Position, i.unit_id AS UnitId, i.state AS State, COALESCE(p.payload, r.residue) AS Review
FROM crimeaudit.sample_items i
LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = i.review_entry
LEFT JOIN crimeaudit.entry_residues r ON r.entry_index = i.review_entry
WHERE i.audit_no = @audit_no AND i.state > 0
ORDER BY i.stratum, i.position;
