-- Updates of a force from an index on, in the order of the log. Of each of its systems no more are looked at than asked for:
-- up to that of its entries after which there are enough.
SELECT e.entry_index AS "Index", e.accepted_micros AS AcceptedMicros, coalesce(p.payload, r.residue) AS Payload,
  r.redaction_entry AS RedactedBy
FROM (
  SELECT u.entry_index
  FROM sources s
  CROSS JOIN entries u ON u.source_id = s.source_id AND u.kind = 1 AND u.entry_index >= $from_index
    AND u.entry_index <= coalesce(
      (SELECT l.entry_index FROM entries l
       WHERE l.source_id = s.source_id AND l.kind = 1 AND l.entry_index >= $from_index AND l.entry_index < $to_index
       ORDER BY l.entry_index LIMIT 1 OFFSET $at_most - 1),
      $to_index - 1)
  WHERE s.force = $force
  ORDER BY u.entry_index
  LIMIT $at_most
) found
JOIN entries e ON e.entry_index = found.entry_index
LEFT JOIN entry_payloads p ON p.entry_index = found.entry_index
LEFT JOIN entry_residues r ON r.entry_index = found.entry_index
WHERE (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL)
ORDER BY e.entry_index;
