-- Updates of all forces from an index on, in the order of the log.
SELECT e.entry_index AS "Index", e.accepted_micros AS AcceptedMicros, p.payload AS Payload
FROM entries e
JOIN entry_payloads p ON p.entry_index = e.entry_index
WHERE e.kind = 1 AND e.entry_index >= $from_index AND e.entry_index < $to_index
ORDER BY e.entry_index
LIMIT $at_most;
