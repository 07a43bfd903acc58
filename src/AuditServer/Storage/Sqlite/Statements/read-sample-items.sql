-- Items of a sample after a place in it, in stratum and ticket order, with the payloads of their reviews.
SELECT i.stratum, i.position, i.unit_id, i.ticket, p.payload
FROM sample_items i LEFT JOIN entry_payloads p ON p.entry_index = i.review_entry
WHERE i.audit_no = $audit_no AND (i.stratum, i.position) > ($after_stratum, $after_position)
  AND ($only_stratum IS NULL OR i.stratum = $only_stratum)
ORDER BY i.stratum, i.position
LIMIT $at_most;
