-- Entries from an index on as they are found, those too whose sending system or payload is missing; what was erased with its residue.
SELECT TOP (@at_most)
  e.entry_index AS EntryIndex, e.kind AS Kind, s.force AS Force, s.source_system AS SourceSystem, e.request_id AS RequestId,
  e.accepted AS Accepted, p.salt AS Salt, p.payload AS Payload, e.digest AS Digest,
  r.residue AS Residue, r.redaction_entry AS RedactedBy
FROM crimeaudit.entries e
LEFT JOIN crimeaudit.sources s ON s.source_id = e.source_id
LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = e.entry_index
LEFT JOIN crimeaudit.entry_residues r ON r.entry_index = e.entry_index
WHERE e.entry_index >= @from_index
ORDER BY e.entry_index;
