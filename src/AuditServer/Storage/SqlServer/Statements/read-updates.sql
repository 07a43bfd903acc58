-- Updates of all forces from an index on, in the order of the log.
SELECT TOP (@at_most) e.entry_index AS EntryIndex, e.accepted AS Accepted, COALESCE(p.payload, r.residue) AS Payload,
  r.redaction_entry AS RedactedBy
FROM crimeaudit.entries e
LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = e.entry_index
LEFT JOIN crimeaudit.entry_residues r ON r.entry_index = e.entry_index
WHERE e.kind = 1 AND e.entry_index >= @from_index AND e.entry_index < @to_index
  AND (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL)
ORDER BY e.entry_index;
