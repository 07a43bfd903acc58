-- Updates of a force from an index on, in the order of the log. Of each of its systems no more are looked at than asked for.
SELECT TOP (@at_most) e.entry_index AS EntryIndex, e.accepted AS Accepted, COALESCE(p.payload, r.residue) AS Payload,
  r.redaction_entry AS RedactedBy
FROM crimeaudit.sources s
CROSS APPLY (
  SELECT TOP (@at_most) u.entry_index
  FROM crimeaudit.entries u
  WHERE u.source_id = s.source_id AND u.kind = 1 AND u.entry_index >= @from_index AND u.entry_index < @to_index
  ORDER BY u.entry_index
) found
JOIN crimeaudit.entries e ON e.entry_index = found.entry_index
LEFT JOIN crimeaudit.entry_payloads p ON p.entry_index = found.entry_index
LEFT JOIN crimeaudit.entry_residues r ON r.entry_index = found.entry_index
WHERE s.force = @force AND (p.entry_index IS NOT NULL OR r.entry_index IS NOT NULL)
ORDER BY e.entry_index;
