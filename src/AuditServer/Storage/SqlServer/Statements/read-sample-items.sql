-- Items of a sample after a place in it, in stratum and ticket order, with the payloads of their reviews.
SELECT TOP (@at_most) i.stratum AS Stratum, i.position AS Position, i.unit_id AS UnitId, i.ticket AS Ticket, p.payload AS Review
FROM crimeaudit.sample_items i LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = i.review_entry
WHERE i.audit_no = @audit_no
  AND (i.stratum > @after_stratum OR (i.stratum = @after_stratum AND i.position > @after_position))
  AND (@only_stratum IS NULL OR i.stratum = @only_stratum)
ORDER BY i.stratum, i.position;
