-- Redactions from an index on, in the order of the log.
SELECT e.entry_index AS EntryIndex, e.kind AS Kind, s.force AS Force, s.source_system AS SourceSystem, e.request_id AS RequestId,
  e.accepted_micros AS AcceptedMicros, p.salt AS Salt, p.payload AS Payload, e.digest AS Digest
FROM entries e
JOIN sources s ON s.source_id = e.source_id
JOIN entry_payloads p ON p.entry_index = e.entry_index
WHERE e.kind = 4 AND e.entry_index >= $from_index
ORDER BY e.entry_index
LIMIT $at_most;
