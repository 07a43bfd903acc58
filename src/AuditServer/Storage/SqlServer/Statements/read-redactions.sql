-- Redactions from an index on, in the order of the log.
SELECT TOP (@at_most)
  e.entry_index AS EntryIndex, e.kind AS Kind, s.force AS Force, s.source_system AS SourceSystem, e.request_id AS RequestId,
  e.accepted AS Accepted, p.salt AS Salt, p.payload AS Payload, e.digest AS Digest
FROM crimeaudit.entries e
JOIN crimeaudit.sources s ON s.source_id = e.source_id
JOIN crimeaudit.entry_payloads p ON p.entry_index = e.entry_index
WHERE e.kind = 4 AND e.entry_index >= @from_index
ORDER BY e.entry_index;
