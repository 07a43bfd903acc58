-- What an estimate reads of the items of a sample, in stratum and ticket order, with the payloads of the reviews that count.
SELECT i.stratum, i.position, i.unit_id, i.state, coalesce(p.payload, r.residue)
FROM sample_items i
LEFT JOIN entry_payloads p ON p.entry_index = i.review_entry
LEFT JOIN entry_residues r ON r.entry_index = i.review_entry
WHERE i.audit_no = $audit_no AND i.state > 0
ORDER BY i.stratum, i.position;
