-- Updates of all forces from an index on, in the order of the log.
SELECT TOP (@at_most) e.entry_index AS EntryIndex, e.accepted AS Accepted, p.payload AS Payload
FROM crimeaudit.entries e
JOIN crimeaudit.entry_payloads p ON p.entry_index = e.entry_index
WHERE e.kind = 1 AND e.entry_index >= @from_index AND e.entry_index < @to_index
ORDER BY e.entry_index;
