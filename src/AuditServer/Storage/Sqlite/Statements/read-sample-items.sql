-- Items of a sample after a place in it, in stratum and ticket order, with the payloads of the reviews that count. Only one
-- reviewer's items, with those to arbitrate (SPLIT, IN_ARBITRATION), or those that the force was told of, where these are asked for.
SELECT i.stratum, i.position, i.unit_id, i.ticket, i.state, i.review_entry, i.due_micros, i.told, i.first_reviewer,
       i.second_reviewer, i.later_reviewer, coalesce(p.payload, r.residue)
FROM sample_items i
LEFT JOIN entry_payloads p ON p.entry_index = i.review_entry
LEFT JOIN entry_residues r ON r.entry_index = i.review_entry
WHERE i.audit_no = $audit_no AND i.state > 0 AND (i.stratum, i.position) > ($after_stratum, $after_position)
  AND ($only_stratum IS NULL OR i.stratum = $only_stratum)
  AND ($reviewer IS NULL OR $reviewer IN (i.first_reviewer, i.second_reviewer, i.later_reviewer)
    OR ($to_arbitrate AND i.state IN (4, 8)))
  AND i.told >= $told
ORDER BY i.stratum, i.position
LIMIT $at_most;
