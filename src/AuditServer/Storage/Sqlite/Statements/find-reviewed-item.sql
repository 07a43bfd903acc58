-- An item of a sample by its unit, with the payload of the review that counts.
SELECT i.stratum, i.position, i.unit_id, i.ticket, i.state, i.review_entry, i.due_micros, i.told, i.first_reviewer,
       i.second_reviewer, i.later_reviewer, coalesce(p.payload, r.residue)
FROM sample_items i
LEFT JOIN entry_payloads p ON p.entry_index = i.review_entry
LEFT JOIN entry_residues r ON r.entry_index = i.review_entry
WHERE i.audit_no = $audit_no AND i.unit_id = $unit_id AND i.state > 0;
