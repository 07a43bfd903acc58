-- Updates of all forces from an index on, in the order of the log.
SELECT e.entry_index AS "Index", e.accepted_micros AS AcceptedMicros, coalesce(p.payload, r.residue) AS Payload,
  r.redaction_entry AS RedactedBy
FROM entries e
LEFT JOIN entry_payloads p ON p.entry_index = e.entry_index
LEFT JOIN entry_residues r ON r.entry_index = e.entry_index
WHERE e.kind = 1 AND e.entry_index >= $from_index AND e.entry_index < $to_index
  AND (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL)
ORDER BY e.entry_index
LIMIT $at_most;
