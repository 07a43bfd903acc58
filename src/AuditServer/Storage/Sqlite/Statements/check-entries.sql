-- Entries from an index on as they are found, those too whose sending system or payload is missing; what was erased with its residue.
SELECT e.entry_index AS EntryIndex, e.kind AS Kind, s.force AS Force, s.source_system AS SourceSystem, e.request_id AS RequestId,
  e.accepted_micros AS AcceptedMicros, p.salt AS Salt, p.payload AS Payload, e.digest AS Digest,
  r.residue AS Residue, r.redaction_entry AS RedactedBy
FROM entries e
LEFT JOIN sources s ON s.source_id = e.source_id
LEFT JOIN entry_payloads p ON p.entry_index = e.entry_index
LEFT JOIN entry_residues r ON r.entry_index = e.entry_index
WHERE e.entry_index >= $from_index
ORDER BY e.entry_index
LIMIT $at_most;
