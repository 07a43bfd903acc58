-- The histories of the items from one place in a sample to another; of one reviewer's items, with those to arbitrate
-- (SPLIT, IN_ARBITRATION), or of those that the force was told of, where only these are asked for.
SELECT s.stratum AS Stratum, s.position AS Position, s.entry_index AS EntryIndex, e.accepted AS Accepted, COALESCE(p.payload, r.residue) AS Payload
FROM crimeaudit.sample_items i
JOIN crimeaudit.item_steps s ON s.audit_no = i.audit_no AND s.stratum = i.stratum AND s.position = i.position
JOIN crimeaudit.entries e ON e.entry_index = s.entry_index
LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = s.entry_index
LEFT JOIN crimeaudit.entry_residues r ON r.entry_index = s.entry_index
WHERE i.audit_no = @audit_no AND (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL)
  AND (i.stratum > @from_stratum OR (i.stratum = @from_stratum AND i.position >= @from_position))
  AND (i.stratum < @to_stratum OR (i.stratum = @to_stratum AND i.position <= @to_position))
  AND (@reviewer IS NULL OR i.first_reviewer = @reviewer OR i.second_reviewer = @reviewer OR i.later_reviewer = @reviewer
    OR (@to_arbitrate = 1 AND i.state IN (4, 8)))
  AND (@told = 0 OR i.told = 1)
ORDER BY s.stratum, s.position, s.entry_index;
