-- Items of a sample after a place in it, in stratum and ticket order, with the payloads of the reviews that count. Only one
-- reviewer's items, with those to arbitrate (SPLIT, IN_ARBITRATION), or those that the force was told of, where these are asked for.
SELECT TOP (@at_most) i.stratum AS Stratum, i.position AS Position, i.unit_id AS UnitId, i.ticket AS Ticket, i.state AS State,
       i.review_entry AS ReviewEntry, i.due AS Due, i.told AS Told, i.first_reviewer AS FirstReviewer,
       i.second_reviewer AS SecondReviewer, i.later_reviewer AS LaterReviewer, COALESCE(p.payload, r.residue) AS Review
FROM crimeaudit.sample_items i
LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = i.review_entry
LEFT JOIN crimeaudit.entry_residues r ON r.entry_index = i.review_entry
WHERE i.audit_no = @audit_no AND i.state > 0
  AND (i.stratum > @after_stratum OR (i.stratum = @after_stratum AND i.position > @after_position))
  AND (@only_stratum IS NULL OR i.stratum = @only_stratum)
  AND (@reviewer IS NULL OR i.first_reviewer = @reviewer OR i.second_reviewer = @reviewer OR i.later_reviewer = @reviewer
    OR (@to_arbitrate = 1 AND i.state IN (4, 8)))
  AND (@told = 0 OR i.told = 1)
ORDER BY i.stratum, i.position;
