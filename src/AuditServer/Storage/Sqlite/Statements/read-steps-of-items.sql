-- The histories of the items from one place in a sample to another; of one reviewer's items, with those to arbitrate
-- (SPLIT, IN_ARBITRATION), or of those that the force was told of, where only these are asked for.
SELECT s.stratum, s.position, s.entry_index, e.accepted_micros, coalesce(p.payload, r.residue)
FROM sample_items i
JOIN item_steps s ON s.audit_no = i.audit_no AND s.stratum = i.stratum AND s.position = i.position
JOIN entries e ON e.entry_index = s.entry_index
LEFT JOIN entry_payloads p ON p.entry_index = s.entry_index
LEFT JOIN entry_residues r ON r.entry_index = s.entry_index
WHERE i.audit_no = $audit_no AND (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL)
  AND (i.stratum, i.position) >= ($from_stratum, $from_position) AND (i.stratum, i.position) <= ($to_stratum, $to_position)
  AND ($reviewer IS NULL OR $reviewer IN (i.first_reviewer, i.second_reviewer, i.later_reviewer)
    OR ($to_arbitrate AND i.state IN (4, 8)))
  AND i.told >= $told
ORDER BY s.stratum, s.position, s.entry_index;
