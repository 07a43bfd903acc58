-- Entries from an index on, in the order of the log, with who sent them and what they hold, or what is left of it.
SELECT TOP (@at_most)
  e.entry_index AS EntryIndex, e.kind AS Kind, s.force AS Force, s.source_system AS SourceSystem, e.request_id AS RequestId,
  e.accepted AS Accepted, p.salt AS Salt, p.payload AS Payload, e.digest AS Digest,
  r.residue AS Residue, r.redaction_entry AS RedactedBy
FROM crimeaudit.entries e
JOIN crimeaudit.sources s ON s.source_id = e.source_id
LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = e.entry_index
LEFT JOIN crimeaudit.entry_residues r ON r.entry_index = e.entry_index
WHERE e.entry_index >= @from_index AND (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL)
ORDER BY e.entry_index;
