-- Entries of a sending system from an index on, in the order of the log, with what they hold, or what is left of it.
SELECT e.entry_index AS EntryIndex, e.kind AS Kind, s.force AS Force, s.source_system AS SourceSystem, e.request_id AS RequestId,
  e.accepted_micros AS AcceptedMicros, p.salt AS Salt, p.payload AS Payload, e.digest AS Digest,
  r.residue AS Residue, r.redaction_entry AS RedactedBy
FROM sources s
JOIN entries e ON e.source_id = s.source_id
LEFT JOIN entry_payloads p ON p.entry_index = e.entry_index
LEFT JOIN entry_residues r ON r.entry_index = e.entry_index
WHERE s.force = $force AND s.source_system = $source_system AND e.entry_index >= $from_index
  AND (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL)
ORDER BY e.entry_index
LIMIT $at_most;
